package dev.lungo.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Lists what was run before: the last cells, a range of one session, or those like a pattern. */
record History(HistoryLog log) implements Handler {
    private static final int TAIL = 10;

    @Override
    public void handle(Request request) {
        var kind = request.text("hist_access_type");
        var found =
                switch (kind) {
                    case "tail" -> tail(request);
                    case "range" -> range(request);
                    case "search" -> search(request);
                    default ->
                            throw new IllegalArgumentException(
                                    "The hist_access_type is %s; expected tail, range or search."
                                            .formatted(kind));
                };
        var history = new JsonArray();
        boolean output = request.flag("output", false);
        found.forEach(entry -> history.add(row(entry, output)));
        var content = Replies.ok();
        content.add("history", history);
        request.reply(content);
    }

    private List<HistoryEntry> tail(Request request) {
        int count = Math.max(0, request.number("n", TAIL));
        return last(log.newest(count), count);
    }

    /** Sessions below 1 count from this one; the line {@code stop} is not included. */
    private List<HistoryEntry> range(Request request) {
        int session = request.number("session", 0);
        var entries = log.of(session > 0 ? session : log.session() + session);
        int end = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).line() + 1;
        int start = fromEnd(request.number("start", 0), end);
        int stop = fromEnd(request.number("stop", end), end);
        return entries.stream()
                .filter(entry -> entry.line() >= start && entry.line() < stop)
                .toList();
    }

    private static int fromEnd(int line, int end) {
        return line < 0 ? end + line : line;
    }

    private List<HistoryEntry> search(Request request) {
        var pattern = glob(request.text("pattern", "*"));
        var found =
                log.newest(Integer.MAX_VALUE).stream()
                        .filter(entry -> pattern.matcher(entry.source()).matches())
                        .toList();
        return last(
                request.flag("unique", false) ? unique(found) : found,
                request.number("n", found.size()));
    }

    private static Pattern glob(String glob) {
        var regex = Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /** Of cells with the same source the newest. */
    private static List<HistoryEntry> unique(List<HistoryEntry> entries) {
        var bySource = new LinkedHashMap<String, HistoryEntry>();
        for (var entry : entries) {
            bySource.remove(entry.source());
            bySource.put(entry.source(), entry);
        }
        return List.copyOf(bySource.values());
    }

    private static List<HistoryEntry> last(List<HistoryEntry> entries, int count) {
        return entries.subList(Math.max(0, entries.size() - Math.max(0, count)), entries.size());
    }

    private static JsonArray row(HistoryEntry entry, boolean withOutput) {
        var row = new JsonArray();
        row.add(entry.session());
        row.add(entry.line());
        if (withOutput) {
            var both = new JsonArray();
            both.add(entry.source());
            if (entry.output() == null) {
                both.add(JsonNull.INSTANCE);
            } else {
                both.add(entry.output());
            }
            row.add(both);
        } else {
            row.add(entry.source());
        }
        return row;
    }
}
