package dev.lungo.data;

import dev.lungo.LungoException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A data set could not be fetched; the message says why, and what to do. */
public final class FetchException extends LungoException {
    private static final long serialVersionUID = 1;

    private FetchException(String message) {
        super(message);
    }

    /** No source gave all files. */
    static FetchException failed(FileSet set, Path folder, List<String> reasons) {
        String text =
                """
                %s is not in the cache and could not be fetched.
                Tried:
                %s
                Expected: these %d files in %s
                %s
                Fix: run this again with a network connection, or put the files there yourself,\
                 unpacked or as .gz.\
                """;
        List<String> rows = set.files().stream().map(FetchException::row).toList();
        return new FetchException(
                text.formatted(
                        set.title(), indented(reasons), rows.size(), folder, indented(rows)));
    }

    private static String row(RemoteFile file) {
        return String.format(Locale.ROOT, "%-24s %,11d bytes", file.name(), file.size());
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "  " + line).collect(Collectors.joining("\n"));
    }

    /** The disk has no room. */
    static FetchException diskFull(FileSet set, Path folder) {
        String text =
                """
                %s does not fit on the disk.
                Received: a full disk under %s
                Expected: %,d MB free (%,d bytes for the files, the rest to unpack them)
                Fix: free some space, or set LUNGO_CACHE to a folder on another disk and start\
                 Java again.\
                """;
        long room = 3 * set.size() / 2_000_000 + 1;
        return new FetchException(
                String.format(Locale.ROOT, text, set.title(), folder, room, set.size()));
    }

    /** The cache folder cannot be written. */
    static FetchException unwritable(FileSet set, Path folder, Exception cause) {
        String text =
                """
                %s cannot be kept in the cache.
                Received: %s: %s
                Expected: a folder to write to, %s
                Fix: make it writable, or set LUNGO_CACHE to a folder that is and start Java\
                 again.\
                """;
        return new FetchException(
                text.formatted(
                        set.title(), cause.getClass().getSimpleName(), cause.getMessage(), folder));
    }

    /** The reader stopped it. */
    static FetchException interrupted(FileSet set) {
        String text =
                """
                Fetching %s was interrupted.
                Fix: run this again; files that were complete are kept.\
                """;
        return new FetchException(text.formatted(set.title()));
    }
}
