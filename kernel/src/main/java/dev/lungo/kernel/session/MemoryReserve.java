package dev.lungo.kernel.session;

/**
 * Memory that is given up when a cell has filled the rest.
 *
 * <p>The cell's variables still hold what filled it. Without a reserve the kernel could neither
 * report the error nor compile the cell that lets go of them.
 */
final class MemoryReserve {
    private static final int BYTES = 16 << 20;

    /** How often the reserve must fit into free memory before it is taken again. */
    private static final int PLENTY = 4;

    private volatile byte[] reserve;
    private volatile boolean wanted;

    /** Takes the memory for the first time: not at the very start, which it would slow down. */
    void take() {
        // What the virtual machine loads for the first call it could not load in a full memory.
        releaseIfFull(new OutOfMemoryError());
        wanted = true;
        restore();
    }

    /** Gives the memory up when {@code thrown} says that there is no more. */
    void releaseIfFull(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                reserve = null;
                return;
            }
        }
    }

    /** Takes the memory again when there is plenty. */
    void restore() {
        if (wanted && reserve == null) {
            Runtime heap = Runtime.getRuntime();
            long free = heap.maxMemory() - heap.totalMemory() + heap.freeMemory();
            if (free > (long) PLENTY * BYTES) {
                reserve = new byte[BYTES];
            }
        }
    }
}
