package dev.lungo.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.function.Predicate;

/**
 * What SLF4J 1 looks for when a notebook brings it without a logger: one that says nothing.
 *
 * <p>Without it three lines of warnings appear in a cell. SLF4J 2 can be told to be quiet, but the
 * first ten versions of it cannot: those are told of the silent provider that they have themselves.
 */
final class QuietSlf4j {
    private static final String BINDERS = "org/slf4j/impl/Static";

    private static final String SERVICE = "META-INF/services/org.slf4j.spi.SLF4JServiceProvider";

    /** A class of the notebook's SLF4J, which the file {@code slf4j-provider} names. */
    private static final String PROVIDER = "org/slf4j/helpers/NOP_FallbackServiceProvider.class";

    private QuietSlf4j() {}

    /** The resources that stand in for a logger's where the class path has none. */
    static List<URL> resources(String name, Predicate<String> onClassPath) {
        return name.equals(SERVICE) && onClassPath.test(PROVIDER)
                ? List.of(QuietSlf4j.class.getResource("slf4j-provider"))
                : List.of();
    }

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
