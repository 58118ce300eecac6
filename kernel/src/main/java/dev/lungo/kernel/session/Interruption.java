package dev.lungo.kernel.session;

import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The failure of a cell that the user stopped. */
final class Interruption {
    private static final String NAME = "Interrupted";
    static final String MESSAGE = "the cell was interrupted";

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

    /** Stopped in code that goes on all the same. */
    static Outcome.Failed leftBehind(Thread thread) {
        return failed(
                MESSAGE,
                List.of(
                        "  but it runs on, in "
                                + CellThreads.place(thread)
                                + ", which ignores interrupts.",
                        "  The next cell gets a new thread. %threads shows what still runs."));
    }

    /**
     * Stopped in the code, which threw something because of it.
     *
     * @param trace the lines for {@code thrown}, its name and message first
     */
    static Outcome.Failed during(Throwable thrown, List<String> trace) {
        Throwable reason = thrown;
        while (reason.getCause() != null && isWrapper(reason)) {
            reason = reason.getCause();
        }
        boolean own = !isInterrupt(reason) && reason.getMessage() != null;
        // Threads of the cell that were stopped as well say nothing new.
        List<String> frames =
                trace.stream().filter(line -> line.startsWith("  at ")).distinct().toList();
        return own ? failed(reason.getMessage(), withCauses(trace)) : failed(MESSAGE, frames);
    }

    private static List<String> withCauses(List<String> trace) {
        int lines = 1;
        while (lines < trace.size() && !trace.get(lines).startsWith("  at ")) {
            lines++;
        }
        return trace.subList(lines, trace.size());
    }

    /** Whether an exception says no more than that its thread was interrupted. */
    private static boolean isInterrupt(Throwable thrown) {
        return thrown instanceof StopCheck.Stop
                || thrown instanceof InterruptedException
                || thrown instanceof InterruptedIOException
                || thrown instanceof ClosedByInterruptException;
    }

    /** Whether an exception only says that another one is its cause. */
    private static boolean isWrapper(Throwable thrown) {
        return thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown instanceof UncheckedIOException;
    }

    private static Outcome.Failed failed(String message, List<String> where) {
        List<String> trace = new ArrayList<>((Ansi.bold(NAME) + ": " + message).lines().toList());
        trace.addAll(where);
        return new Outcome.Failed(NAME, message, trace);
    }
}
