package dev.lungo.kernel.magic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files that a path or a glob such as {@code lib/**.jar} names. */
public final class PathGlob {
    private static final String SPECIAL = ".*[*?\\[{].*";

    private PathGlob() {}

    /** What {@code pattern} names, sorted; nothing if it names nothing. */
    public static List<Path> find(String pattern) {
        if (!pattern.matches(SPECIAL)) {
            return Stream.of(Path.of(pattern)).filter(Files::exists).toList();
        }
        String folder = fixedPart(pattern);
        Path base = Path.of(folder);
        if (!Files.isDirectory(base)) {
            return List.of();
        }
        String rest = pattern.substring(folder.length());
        int depth = rest.contains("**") ? Integer.MAX_VALUE : rest.split("/").length;
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
        try (Stream<Path> files = Files.walk(base, depth, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> matcher.matches(base.relativize(file))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot search " + base.toAbsolutePath(), e);
        }
    }

    /** The folders before the first special character, with the last slash. */
    private static String fixedPart(String pattern) {
        int end = 0;
        for (int slash = pattern.indexOf('/');
                slash >= 0;
                slash = pattern.indexOf('/', slash + 1)) {
            if (pattern.substring(0, slash).matches(SPECIAL)) {
                break;
            }
            end = slash + 1;
        }
        return pattern.substring(0, end);
    }
}
