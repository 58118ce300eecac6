package dev.lungo.kernel.session;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * What a kernel does as soon as nobody has needed it for a moment.
 *
 * <p>Once, it completes a few names, because the first completion takes several times as long as
 * the next ones, runs cells that nobody sees (see {@link CompilerWarmUp}), and gives back the
 * memory that only the start needed. Later it gives back what cells no longer need.
 */
final class IdleTime implements Runnable {
    private static final System.Logger LOG = System.getLogger(IdleTime.class.getName());
    private static final long QUIET_MILLIS = 500;
    private static final long LONG_QUIET_MILLIS = 5000;

    /** Cells that follow each other, as those of a whole notebook do, are not to be disturbed. */
    private static final long BETWEEN_CELLS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /**
     * Together they read the classes that the usual imports name. A cell that comes meanwhile has
     * to wait for one of them, a tenth of a second at most.
     */
    private static final List<String> BEGUN =
            List.of("System.out.p", "java.util.A", "java.util.concurrent.A", "A", "new A");

    private final JavaSession session;
    private final LongSupplier idleNanos;
    private final SpareMemory memory = new SpareMemory();

    /**
     * Uses the session's idle time.
     *
     * @param idleNanos for how long no cell has run and nothing was asked
     */
    IdleTime(JavaSession session, LongSupplier idleNanos) {
        this.session = session;
        this.idleNanos = idleNanos;
    }

    void begin() {
        start("lungo-idle", this);
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        // Such as a heap that a cell has filled, of which the user hears from the cell.
        thread.setUncaughtExceptionHandler(
                (where, failed) -> LOG.log(Level.DEBUG, "Idle time was not used", failed));
        thread.start();
        return thread;
    }

    @Override
    public void run() {
        Thread cells = start("lungo-warm-up", this::runCells);
        try {
            for (String java : BEGUN) {
                awaitQuiet(QUIET_MILLIS);
                session.askUnseen(live -> live.completer().java(java));
            }
            cells.join();
            awaitQuiet(QUIET_MILLIS);
            memory.collect();
            while (true) {
                TimeUnit.MILLISECONDS.sleep(LONG_QUIET_MILLIS);
                awaitQuiet(LONG_QUIET_MILLIS);
                memory.collectIfGrown();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void runCells() {
        BooleanSupplier busy = () -> idleNanos.getAsLong() < BETWEEN_CELLS_NANOS;
        CompilerWarmUp.prepare().run(busy, CompilerWarmUp.WORK);
    }

    private void awaitQuiet(long millis) throws InterruptedException {
        long quiet = TimeUnit.MILLISECONDS.toNanos(millis);
        for (long idle = idleNanos.getAsLong(); idle < quiet; idle = idleNanos.getAsLong()) {
            TimeUnit.NANOSECONDS.sleep(quiet - idle);
        }
    }
}
