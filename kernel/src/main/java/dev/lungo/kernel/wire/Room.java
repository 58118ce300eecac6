package dev.lungo.kernel.wire;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much output may wait for a slow front end before the cell that prints has to wait.
 *
 * <p>What ZeroMQ and the network hold comes on top.
 */
final class Room {
    static final long BYTES = 64L * 1024 * 1024;

    private final AtomicLong waiting = new AtomicLong();
    private volatile boolean open;

    void take(long bytes) {
        waiting.addAndGet(bytes);
    }

    void giveBack(long bytes) {
        boolean wasFull = waiting.getAndAdd(-bytes) >= BYTES;
        if (wasFull && !isFull()) {
            wake();
        }
    }

    /** Waits while too much waits; an interrupt ends the wait and stays set. */
    void await() {
        if (isFull()) {
            awaitNotFull();
        }
    }

    /** Lets everybody through from now on. */
    void open() {
        open = true;
        wake();
    }

    private boolean isFull() {
        return waiting.get() >= BYTES && !open;
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized void awaitNotFull() {
        try {
            while (isFull()) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
