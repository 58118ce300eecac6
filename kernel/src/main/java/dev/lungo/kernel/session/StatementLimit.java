package dev.lungo.kernel.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops a statement that takes longer than IJAVA_TIMEOUT allows. */
final class StatementLimit {
    private static final String NAME = "TimeoutException";

    private final Duration limit;
    private final ScheduledExecutorService clock;
    private boolean exceeded;

    StatementLimit(Optional<Duration> limit) {
        this.limit = limit.orElse(null);
        this.clock =
                limit.map(any -> Executors.newSingleThreadScheduledExecutor(StatementLimit::thread))
                        .orElse(null);
    }

    /** The time during which the code of a statement runs; compiling is not counted. */
    final class Watch {
        private final Future<?> stop;
        private volatile boolean late;

        private Watch(RunningCell cell) {
            this.stop =
                    cell == null || clock == null
                            ? null
                            : clock.schedule(
                                    () -> {
                                        // Said first: the cell may end before stop() returns.
                                        late = true;
                                        cell.stop();
                                    },
                                    limit.toNanos(),
                                    TimeUnit.NANOSECONDS);
        }

        /** The code has ended. */
        void end() {
            if (stop != null) {
                stop.cancel(false);
                exceeded |= late;
            }
        }
    }

    /** Begins to watch a statement of {@code cell}. */
    Watch watch(RunningCell cell) {
        return new Watch(cell);
    }

    /** The outcome of a statement: what it gave, or that it took too long. */
    Outcome check(Piece piece, Outcome outcome) {
        boolean late = exceeded;
        exceeded = false;
        return late ? tooLong(piece) : outcome;
    }

    private Outcome tooLong(Piece piece) {
        String message =
                "this statement took longer than %s s, the limit that IJAVA_TIMEOUT sets"
                        .formatted(limit.toMillis() / 1000.0);
        int line = piece.line();
        String place = piece.cell().place(line) + "  " + piece.cell().line(line).strip();
        return new Outcome.Failed(
                NAME, message, List.of(Ansi.bold(NAME) + ": " + message, "  at " + place));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lungo-limit");
        thread.setDaemon(true);
        return thread;
    }
}
