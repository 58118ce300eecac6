package dev.lungo.kernel.session;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the classes that a name without its package can mean, in the JDK and the class path. */
final class MissingImports {
    /** Whoever asks for one of many names has to choose; the most likely ones will do. */
    private static final int MOST = 3;

    private static final List<String> LIKELY = List.of("java.", "javax.");
    private static final Comparator<String> MOST_LIKELY_FIRST =
            Comparator.comparingInt(MissingImports::rank)
                    .thenComparing(full -> full.split("\\.").length)
                    .thenComparing(Comparator.naturalOrder());
    private static final FileSystem JDK = FileSystems.getFileSystem(URI.create("jrt:/"));

    private final CellClassPath classPath;

    MissingImports(CellClassPath classPath) {
        this.classPath = classPath;
    }

    /** Whether every cell knows the class: a name such as String can also be in the wrong place. */
    boolean needsNone(String name) {
        return has(Object.class.getModule(), "java.lang", name);
    }

    /** The full names of the classes called {@code name}, the most likely first. */
    List<String> of(String name) {
        if (name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
            return List.of();
        }
        return Stream.concat(inJdk(name), onClassPath(name))
                .distinct()
                .sorted(MOST_LIKELY_FIRST)
                .limit(MOST)
                .toList();
    }

    private static Stream<String> inJdk(String name) {
        return ModuleLayer.boot().modules().stream()
                .flatMap(
                        module ->
                                module.getPackages().stream()
                                        .filter(module::isExported)
                                        .filter(found -> has(module, found, name))
                                        .map(found -> found + "." + name));
    }

    private static boolean has(Module module, String packageName, String name) {
        return Files.exists(
                JDK.getPath(
                        "modules",
                        module.getName(),
                        packageName.replace('.', '/'),
                        name + ".class"));
    }

    private Stream<String> onClassPath(String name) {
        return classPath.entries().stream()
                .flatMap(entry -> entry.packagesOf(name).stream())
                .map(found -> found + "." + name);
    }

    private static int rank(String full) {
        for (int i = 0; i < LIKELY.size(); i++) {
            if (full.startsWith(LIKELY.get(i))) {
                return i;
            }
        }
        return LIKELY.size();
    }
}
