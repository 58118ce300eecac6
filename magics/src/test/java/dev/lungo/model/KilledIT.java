package dev.lungo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies in the middle of a training, or runs out of disk. */
class KilledIT {
    @TempDir private Path folder;

    @Test
    void a_killed_training_goes_on_from_its_checkpoint_to_the_digit() throws Exception {
        String whole = finished(java(folder.resolve("whole.lungo"), 0));

        Path file = folder.resolve("broken.lungo");
        Process killed = java(file, 3);
        try (BufferedReader lines = killed.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("waiting");
        }
        killed.destroyForcibly().waitFor();
        assertThat(ModelFile.read("load", file, List.of()).saved().epochs()).hasSize(3);

        assertThat(finished(java(file, 0))).isEqualTo(whole).contains(",");
    }

    @Test
    void a_full_disk_leaves_the_old_file_and_the_model_alone() throws Exception {
        Path disk = folder.resolve("disk");
        Files.createDirectory(disk);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=64k", "none", disk.toString()) == 0,
                "only root may mount a small file system");
        try {
            Path file = disk.resolve("model.lungo");
            Model model = Small.model();
            model.save(file.toString());
            assertThatThrownBy(() -> Files.write(disk.resolve("fill"), new byte[64_000]))
                    .isInstanceOf(IOException.class);
            var data = Pictures.of(100);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(
                                () ->
                                        model.fit(
                                                data,
                                                f ->
                                                        f.epochs(2)
                                                                .quiet()
                                                                .checkpoint(file.toString())))
                        .hasMessageStartingWith(
                                "fit, checkpoint: the file could not be written. What was there"
                                        + " is as it was.\nReceived: "
                                        + file
                                        + ": No space left on device\n");
            }
            assertThat(Model.load(file.toString()).parameters()).isEqualTo(model.parameters());
            assertThat(model.evaluate(data).loss()).isPositive();
        } finally {
            run("umount", disk.toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }

    private static Process java(Path file, int stop) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        "dev.lungo.model.LongTraining",
                        file.toString(),
                        String.valueOf(stop))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String finished(Process process) throws Exception {
        try (BufferedReader lines = process.inputReader()) {
            String last = lines.readLine();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return last;
        }
    }
}
