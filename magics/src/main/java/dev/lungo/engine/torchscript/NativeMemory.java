package dev.lungo.engine.torchscript;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what tensors hold outside the Java heap, and asks for a garbage collection when it is
 * much.
 *
 * <p>Java sees only small objects and would not collect for hours while libtorch runs out of
 * memory.
 */
final class NativeMemory {
    /** What may pile up between two collections. */
    private static final long BUDGET = 256L << 20;

    /** What the smallest array costs, with the record of how it was computed. */
    private static final long OVERHEAD = 2048;

    /** Freeing takes a moment after the collection: how long to wait for it at most. */
    private static final int PATIENCE_MILLIS = 200;

    private static final AtomicLong held = new AtomicLong();
    private static volatile long limit = BUDGET;

    private NativeMemory() {}

    static void taken(long bytes) {
        if (held.addAndGet(bytes + OVERHEAD) > limit) {
            collect();
        }
    }

    static void given(long bytes) {
        held.addAndGet(-bytes - OVERHEAD);
    }

    private static synchronized void collect() {
        if (held.get() <= limit) {
            return;
        }
        System.gc();
        try {
            for (int waited = 0; waited < PATIENCE_MILLIS; waited += 5) {
                long before = held.get();
                Thread.sleep(5);
                if (held.get() == before && before < limit) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        limit = held.get() + BUDGET;
    }
}
