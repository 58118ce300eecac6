package dev.lungo.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far a download or another long copy has come, on show while it runs.
 *
 * <p>A notebook shows one bar that moves; a terminal one line that is written over; anything else,
 * such as a log file, a line now and then.
 *
 * <pre>{@code
 * try (var progress = Progress.start("MNIST", 11_594_722)) {
 *     progress.at(1_000_000);
 *     progress.note("the first mirror did not answer, trying the next");
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {
    private final String title;
    private final long totalBytes;
    private final long began = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private final Throttle<ProgressCard> updates;
    private long done;
    private boolean ended;

    private Progress(String title, long totalBytes, Output output) {
        this.title = title;
        this.totalBytes = totalBytes;
        if (output.rich()) {
            this.updates = new Throttle<>(output.show(card(""))::update);
        } else {
            this.updates = new Throttle<>(new ProgressLine(System.out, Terminal.present())::show);
            updates.offer(card(""));
        }
    }

    /**
     * Shows a bar at 0.
     *
     * @param title what is being copied
     * @param totalBytes how many bytes there are in all, or 0 when nobody knows
     */
    public static Progress start(String title, long totalBytes) {
        return new Progress(title, totalBytes, Output.current());
    }

    /** Moves the bar to {@code done} bytes. */
    public synchronized void at(long done) {
        this.done = done;
        updates.offer(card(""));
    }

    /** Adds a line below the bar. */
    public synchronized void note(String line) {
        notes.add(line);
        updates.offer(card(""));
        updates.flush();
    }

    /** Ends the bar with what went wrong. */
    public void failed(String why) {
        end("failed, " + why);
    }

    /** Ends the bar: done, or stopped where it was; does nothing after {@link #failed}. */
    @Override
    public synchronized void close() {
        boolean all = totalBytes <= 0 || done >= totalBytes;
        ProgressCard card = card("");
        end(
                all
                        ? String.format(
                                Locale.ROOT, "%.1f MB in %.1f s", done / 1e6, card.seconds())
                        : "stopped at " + card.amount());
    }

    private synchronized void end(String how) {
        if (!ended) {
            ended = true;
            updates.offer(card(how));
            updates.close();
        }
    }

    private ProgressCard card(String end) {
        double seconds = (System.nanoTime() - began) / 1e9;
        return new ProgressCard(title, totalBytes, done, seconds, List.copyOf(notes), end);
    }
}
