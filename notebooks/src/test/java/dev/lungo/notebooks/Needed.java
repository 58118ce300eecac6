package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a test needs of the machine: without it the test is skipped, or fails where CI=true. */
final class Needed {
    private Needed() {}

    /** A program of the PATH. */
    static Path program(String name) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing("there is no " + name + " on the PATH"));
    }

    /** Ends the test because of what this machine lacks. */
    static <T> T missing(String reason) {
        return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }
}
