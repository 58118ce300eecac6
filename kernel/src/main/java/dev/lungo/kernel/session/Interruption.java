package dev.lungo.kernel.session;

import java.util.ArrayList;
import java.util.List;

/** The failure of a cell that the user stopped. */
final class Interruption {
    private static final String NAME = "Interrupted";
    private static final String MESSAGE = "the cell was interrupted";

    private Interruption() {}

    /** Stopped before this piece ran. */
    static Outcome.Failed before(Piece piece) {
        return failed(MESSAGE, List.of("  before " + piece.cell().place(piece.line())));
    }

    /** Stopped, but this piece ran to its end all the same. */
    static Outcome.Failed after(Piece piece) {
        return failed(MESSAGE, List.of("  after " + piece.cell().place(piece.line())));
    }

    /** Stopped outside Java code. */
    static Outcome.Failed plain() {
        return failed(MESSAGE, List.of());
    }

    /**
     * Stopped in the code, which threw something because of it.
     *
     * @param trace the lines for {@code thrown}, its name and message first
     */
    static Outcome.Failed during(Throwable thrown, List<String> trace) {
        boolean own =
                !(thrown instanceof StopCheck.Stop)
                        && !(thrown instanceof InterruptedException)
                        && thrown.getMessage() != null;
        String message = own ? thrown.getMessage() : MESSAGE;
        int lines = 1;
        while (lines < trace.size() && !trace.get(lines).startsWith("  at ")) {
            lines++;
        }
        return failed(message, trace.subList(lines, trace.size()));
    }

    private static Outcome.Failed failed(String message, List<String> where) {
        List<String> trace = new ArrayList<>((Ansi.red(NAME) + ": " + message).lines().toList());
        trace.addAll(where);
        return new Outcome.Failed(NAME, message, trace);
    }
}
