package dev.lungo.display;

import java.io.PrintStream;

/** Progress where nothing can be drawn: one line written over in a terminal, else few lines. */
final class ProgressLine {
    private static final int LINES = 4;

    private final PrintStream out;
    private final boolean terminal;
    private int width;
    private int notes;
    private long part = -1;

    ProgressLine(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Prints what is new in {@code card}. */
    void show(ProgressCard card) {
        for (; notes < card.notes().size(); notes++) {
            print(card.notes().get(notes), true);
        }
        boolean last = !card.end().isEmpty();
        if (terminal || last || reachedNextPart(card)) {
            print(card.line(), last || !terminal);
        }
    }

    /** A log gets a line at the beginning and at each quarter. */
    private boolean reachedNextPart(ProgressCard card) {
        long now = card.total() > 0 ? LINES * card.done() / card.total() : 0;
        boolean next = now > part;
        part = now;
        return next;
    }

    private void print(String line, boolean newLine) {
        if (terminal) {
            // what the longer line before left behind is written over with blanks
            out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = newLine ? 0 : line.length();
        } else {
            out.print(line);
        }
        if (newLine) {
            out.println();
        }
        out.flush();
    }
}
