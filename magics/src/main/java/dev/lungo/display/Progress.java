package dev.lungo.display;

/**
 * How far a download or another long copy has come, on show while it runs.
 *
 * <pre>{@code
 * try (var progress = Progress.start("MNIST", 11_594_722)) {
 *     progress.at(1_000_000);
 *     progress.note("the first mirror did not answer, trying the next");
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {
    private Progress() {}

    /**
     * Shows a bar at 0.
     *
     * @param title what is being copied
     * @param totalBytes how many bytes there are in all, or 0 when nobody knows
     */
    public static Progress start(String title, long totalBytes) {
        return new Progress();
    }

    /** Moves the bar to {@code done} bytes. */
    public void at(long done) {}

    /** Adds a line below the bar. */
    public void note(String line) {}

    /** Ends the bar with what went wrong. */
    public void failed(String why) {}

    /** Ends the bar: done, or stopped where it was; does nothing after {@link #failed}. */
    @Override
    public void close() {}
}
