package dev.lungo.notebooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** This checkout: its notebooks and its launcher. */
final class Checkout {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path TARGET = Path.of("target").toAbsolutePath();

    private Checkout() {}

    /** The notebooks of the repository, by name. */
    static List<Path> notebooks() {
        try (Stream<Path> files = Files.list(ROOT.resolve("notebooks"))) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ./lungo} with arguments, not yet started. */
    static ProcessBuilder lungo(String... arguments) {
        Needed.program("python3");
        var command = new ArrayList<>(List.of(ROOT.resolve("lungo").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Waits for a process that ends by itself; it is killed after five minutes. */
    static int end(Process process) throws InterruptedException {
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("not ended after five minutes: " + process.info());
        }
        return process.exitValue();
    }
}
