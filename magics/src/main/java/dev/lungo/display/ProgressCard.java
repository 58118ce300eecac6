package dev.lungo.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far a copy has come at one moment.
 *
 * @param total all bytes, or 0 when nobody knows
 * @param seconds how long it has been going
 * @param end how it ended, or empty while it goes on
 */
record ProgressCard(
        String title, long total, long done, double seconds, List<String> notes, String end)
        implements Rich {
    private static final int BAR = 20;

    /** For example {@code MNIST ━━━━━───── 4.2 of 11.6 MB, 3.1 MB/s}. */
    String line() {
        if (!end.isEmpty()) {
            return title + ": " + end;
        }
        int full = total > 0 ? (int) Math.min(BAR, BAR * done / total) : 0;
        String bar = total > 0 ? "━".repeat(full) + "─".repeat(BAR - full) + " " : "";
        return title + " " + bar + amount() + speed();
    }

    /** For example {@code 4.2 of 11.6 MB}. */
    String amount() {
        String all = total > 0 ? " of " + megabytes(total) : "";
        return megabytes(done) + all + " MB";
    }

    private String speed() {
        return seconds > 0.5 && done > 0 ? ", " + megabytes((long) (done / seconds)) + " MB/s" : "";
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }

    @Override
    public Bundle bundle() {
        List<String> lines = new ArrayList<>(List.of(line()));
        lines.addAll(notes);
        var html = new StringBuilder();
        lines.forEach(line -> html.append("<div>").append(Markup.escape(line)).append("</div>\n"));
        return Bundle.html(html.toString(), String.join("\n", lines));
    }
}
