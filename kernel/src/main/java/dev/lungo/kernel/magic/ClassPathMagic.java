package dev.lungo.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** {@code %jars} and {@code %classpath}: files of this machine for the class path of the cells. */
final class ClassPathMagic {
    private ClassPathMagic() {}

    /** Adds the jars that paths and globs name; returns the jars in use. */
    static List<String> jars(MagicHost host, List<String> args) {
        return add(host, "%jars", args, ClassPathMagic::isJar);
    }

    /** Adds the jars and class folders that paths and globs name; returns the entries in use. */
    static List<String> classPath(MagicHost host, List<String> args) {
        return add(host, "%classpath", args, path -> isJar(path) || Files.isDirectory(path));
    }

    private static List<String> add(
            MagicHost host, String magic, List<String> args, Predicate<Path> fits) {
        if (args.isEmpty()) {
            throw new MagicException(
                    magic + " needs at least one path, for example " + magic + " lib/*.jar");
        }
        List<Path> entries = new ArrayList<>();
        for (String arg : args) {
            List<Path> found = PathGlob.find(arg).stream().filter(fits).toList();
            if (found.isEmpty()) {
                throw new MagicException(
                        magic
                                + " found nothing for "
                                + arg
                                + " (seen from "
                                + Path.of("").toAbsolutePath()
                                + "). Nothing was added.");
            }
            entries.addAll(found);
        }
        return host.addToClassPath(entries);
    }

    private static boolean isJar(Path path) {
        return Files.isRegularFile(path) && path.toString().endsWith(".jar");
    }
}
