package dev.lungo.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts {@code ./lungo} of one checkout with a given environment. */
final class Launcher {
    private final Path script;
    private final Map<String, String> environment = new HashMap<>();

    Launcher(Path script) {
        this.script = script;
    }

    /** The launcher of this checkout, with the environment of the test. */
    static Launcher ofThisCheckout() {
        Python.executable();
        var launcher = new Launcher(root().resolve("lungo"));
        launcher.environment.putAll(System.getenv());
        return launcher;
    }

    /** The root of this checkout. */
    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** Sets an environment variable. */
    Launcher with(String name, Object value) {
        environment.put(name, value.toString());
        return this;
    }

    /** Starts the launcher; its output goes to two files in the folder. */
    Process start(Path folder, String... arguments) {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(folder.resolve("out.txt").toFile())
                        .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the launcher to its end, from the given folder. */
    Ended run(Path folder, String... arguments) {
        return end(start(folder, arguments), folder);
    }

    /** Waits for a started launcher. */
    static Ended end(Process process, Path folder) {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the launcher did not end in five minutes");
            }
            return new Ended(
                    process.exitValue(),
                    Files.readString(folder.resolve("out.txt")),
                    Files.readString(folder.resolve("err.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
