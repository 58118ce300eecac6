package dev.lungo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive beside the kernel's jars, made by real JVMs of the JDK that runs the tests. */
class StartArchiveIT {
    private static final boolean PROFILES = Runtime.version().feature() >= 25;

    @TempDir Path folder;
    private Path jar;
    private Path archive;

    @BeforeEach
    void copyKernel() throws IOException {
        var built = Path.of(JupyterProcess.kernel().get(2));
        try (var jars = Files.newDirectoryStream(built.getParent(), "*.jar")) {
            for (var each : jars) {
                Files.copy(
                        each,
                        folder.resolve(each.getFileName()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        jar = folder.resolve(built.getFileName());
        var name = "start-" + Runtime.version().feature() + (PROFILES ? ".aot" : ".jsa");
        archive = folder.resolve(name);
    }

    @Test
    void is_made_once_and_again_for_other_jars() throws Exception {
        assertThat(java(List.of(), "--archive")).isEmpty();
        assertThat(archive).isNotEmptyFile();
        var made = Files.getLastModifiedTime(archive);
        java(List.of(), "--archive");
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);

        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
        java(List.of(), "--archive");
        assertThat(Files.getLastModifiedTime(archive)).isGreaterThan(made);
        assertThat(loaded()).contains("dev.lungo.kernel.Main source: shared objects file");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void is_no_news_when_it_is_missing_or_broken() throws Exception {
        var usage = "Usage: java -jar lungo-kernel.jar CONNECTION_FILE\n";
        assertThat(java(quiet())).as("missing").isEqualTo(usage);
        Files.writeString(archive, "not an archive");
        assertThat(java(quiet())).as("broken").isEqualTo(usage);
        assertThat(loaded()).contains("dev.lungo.kernel.Main source: file:");
    }

    private String loaded() throws IOException, InterruptedException {
        var options = new ArrayList<>(quiet());
        options.add("-Xlog:class+load:stdout");
        return java(options);
    }

    private List<String> quiet() {
        var use = PROFILES ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
        return List.of(use + archive, "-Xlog:disable");
    }

    private String java(List<String> options, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>(List.of(JupyterProcess.kernel().get(0)));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
