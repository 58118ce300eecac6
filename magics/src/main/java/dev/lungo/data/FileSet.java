package dev.lungo.data;

import java.nio.file.Path;
import java.util.List;

/**
 * Files that belong together, and where to get them.
 *
 * @param title what the reader calls them, such as MNIST
 * @param folder the name of their folder under {@code datasets} in the cache
 * @param files the files, all needed
 * @param sources where to ask, best first
 */
record FileSet(String title, String folder, List<RemoteFile> files, List<Source> sources) {
    FileSet {
        files = List.copyOf(files);
        sources = List.copyOf(sources);
    }

    /** Where the files lie in a cache. */
    Path in(Path cache) {
        return cache.resolve("datasets").resolve(folder);
    }

    /** The size of all files together. */
    long size() {
        return files.stream().mapToLong(RemoteFile::size).sum();
    }
}
