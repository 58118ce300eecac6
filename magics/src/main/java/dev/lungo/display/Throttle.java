package dev.lungo.display;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Passes on at most one state in 200 ms, and always the last one.
 *
 * <p>A state that comes too early waits for the next one, or for {@link #close}. There is no timer:
 * states are passed on by the thread that offers them, so that they appear under its cell.
 *
 * <pre>{@code
 * try (var updates = new Throttle<Rich>(shown::update)) {
 *     updates.offer(card);
 * }
 * }</pre>
 */
public final class Throttle<T> implements AutoCloseable {
    private static final long INTERVAL = 200_000_000;

    private final Consumer<? super T> sink;
    private final LongSupplier nanoTime;
    private long last;
    private T waiting;

    /** A throttle before {@code sink}; the first state passes at once. */
    public Throttle(Consumer<? super T> sink) {
        this(sink, System::nanoTime);
    }

    Throttle(Consumer<? super T> sink, LongSupplier nanoTime) {
        this.sink = sink;
        this.nanoTime = nanoTime;
        this.last = nanoTime.getAsLong() - INTERVAL;
    }

    /** Passes {@code state} on, now or later, unless a newer one comes before. */
    public synchronized void offer(T state) {
        waiting = state;
        if (nanoTime.getAsLong() - last >= INTERVAL) {
            flush();
        }
    }

    /** Passes on the state that still waits, if any. */
    public synchronized void flush() {
        if (waiting != null) {
            T state = waiting;
            waiting = null;
            last = nanoTime.getAsLong();
            sink.accept(state);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
