package dev.lungo.kernel.session;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the library that the kernel offers to cells. */
final class OfferedLibrary {
    private static final String PROPERTY = "lungo.library";

    private OfferedLibrary() {}

    /**
     * The library's jar; the jars it needs are named in its manifest.
     *
     * <p>It is {@code ../library/lungo.jar} seen from the kernel's jar, or what the system property
     * {@code lungo.library} names. Without it the kernel runs alone.
     *
     * @throws IllegalArgumentException when the system property names no file
     */
    static Optional<Path> locate() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            Path jar = Path.of(named).toAbsolutePath().normalize();
            if (!Files.exists(jar)) {
                throw new IllegalArgumentException(
                        "The system property "
                                + PROPERTY
                                + " names "
                                + jar
                                + ", which is not there.");
            }
            return Optional.of(jar);
        }
        Path jar = kernelPath().resolveSibling("../library/lungo.jar").normalize();
        return Optional.of(jar).filter(Files::exists);
    }

    /** The kernel's jar, or its folder of classes. */
    static Path kernelPath() {
        return origin(OfferedLibrary.class);
    }

    /** The jar or folder that a class was loaded from. */
    static Path origin(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot tell where " + type.getName() + " is", e);
        }
    }
}
