package dev.lungo.kernel.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Completes the paths that some magics take; folders end with a slash. */
final class FileNames {
    private static final Set<String> MAGICS = Set.of("load", "jars", "classpath", "loadFromPOM");

    private FileNames() {}

    /** The files that the argument from {@code start} to the end of {@code before} can mean. */
    static Completion in(String magic, int start, String before) {
        int name = Math.max(start, before.lastIndexOf('/') + 1);
        List<String> matches =
                MAGICS.contains(magic)
                        ? files(before.substring(start, name), before.substring(name))
                        : List.of();
        return new Completion(name, before.length(), matches);
    }

    private static List<String> files(String folder, String begin) {
        try (Stream<Path> files = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return files.map(FileNames::name)
                    .filter(name -> name.startsWith(begin))
                    .filter(name -> !begin.isEmpty() || !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException | InvalidPathException noSuchFolder) {
            return List.of();
        }
    }

    private static String name(Path file) {
        return file.getFileName() + (Files.isDirectory(file) ? "/" : "");
    }
}
