package dev.lungo.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What SLF4J 1 looks for when a notebook brings it without a logger: one that says nothing.
 *
 * <p>Without it three lines of warnings appear in a cell. SLF4J 2 can be told to be quiet.
 */
final class QuietSlf4j {
    private static final String BINDERS = "org/slf4j/impl/Static";

    private QuietSlf4j() {}

    /** The bytes of a class file, which the kernel has for itself; null for any other. */
    static byte[] read(String file) {
        if (!file.startsWith(BINDERS)) {
            return null;
        }
        try (InputStream bytes = QuietSlf4j.class.getClassLoader().getResourceAsStream(file)) {
            return bytes == null ? null : bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
