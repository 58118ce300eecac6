package dev.lungo.kernel.protocol;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.lungo.kernel.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One file for each session, such as {@code 12.jsonl}: a line of JSON for each cell, at the end.
 */
final class HistoryFiles {
    private static final Pattern NAME = Pattern.compile("([1-9]\\d{0,8})\\.jsonl");
    private static final int KEPT_SESSIONS = 500;

    private final Path folder;
    private Path current;

    /** Keeps the files in {@code folder}, which need not exist yet. */
    HistoryFiles(Path folder) {
        this.folder = folder;
    }

    /** Begins the file of a new session, and forgets very old ones; returns its number. */
    int create() throws IOException {
        Files.createDirectories(folder);
        for (int old : newestFirst().stream().skip(KEPT_SESSIONS).toList()) {
            Files.deleteIfExists(file(old));
        }
        int number = newest() + 1;
        while (current == null) {
            try {
                current = Files.createFile(file(number));
            } catch (FileAlreadyExistsException takenByAnotherKernel) {
                number++;
            }
        }
        return number;
    }

    /** The number of the newest session; 0 when there is none. */
    int newest() {
        return newestFirst().stream().findFirst().orElse(0);
    }

    List<Integer> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> Integer.valueOf(name.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** Adds a line to the newest file; of several about one cell the last counts. */
    void append(HistoryEntry entry) throws IOException {
        var fields = new JsonObject();
        fields.addProperty("line", entry.line());
        fields.addProperty("source", entry.source());
        fields.addProperty("output", entry.output());
        Files.writeString(current, fields + "\n", StandardOpenOption.APPEND);
    }

    /** The cells of a session, without what cannot be read. */
    List<HistoryEntry> read(int session) {
        var entries = new TreeMap<Integer, HistoryEntry>();
        for (var line : lines(session)) {
            try {
                var fields = Json.parse(line).getAsJsonObject();
                int number = fields.get("line").getAsInt();
                var output = fields.get("output");
                entries.put(
                        number,
                        new HistoryEntry(
                                session,
                                number,
                                fields.get("source").getAsString(),
                                output == null || output.isJsonNull()
                                        ? null
                                        : output.getAsString()));
            } catch (JsonParseException
                    | IllegalStateException
                    | UnsupportedOperationException
                    | NullPointerException cutOff) {
                // the process ended in this line, or somebody else wrote here
            }
        }
        return new ArrayList<>(entries.values());
    }

    private List<String> lines(int session) {
        try {
            return Files.readAllLines(file(session), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Path file(int number) {
        return folder.resolve(number + ".jsonl");
    }
}
