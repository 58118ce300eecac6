package dev.lungo.data;

import java.io.PrintStream;

/** Shows fetching as a few lines of text, one for each quarter. */
final class TextFetchListener implements FetchListener {
    private final PrintStream out;
    private String title;
    private long total;
    private long quarters;

    TextFetchListener(PrintStream out) {
        this.out = out;
    }

    @Override
    public void start(String title, long total) {
        this.title = title;
        this.total = total;
        quarters = 0;
        out.println("Fetching " + title + " (" + megabytes(total) + ")");
    }

    @Override
    public void at(long done) {
        long reached = 4 * done / total;
        if (reached > quarters) {
            quarters = reached;
            out.println(title + ": " + megabytes(done) + " of " + megabytes(total));
        }
    }

    @Override
    public void note(String text) {
        out.println(text);
    }

    @Override
    public void end() {
        out.flush();
    }

    private static String megabytes(long bytes) {
        return Math.round(bytes / 1e6) + " MB";
    }
}
