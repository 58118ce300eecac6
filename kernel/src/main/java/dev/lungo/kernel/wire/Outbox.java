package dev.lungo.kernel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Messages on their way to the thread that owns the sockets, and the bell that wakes it. */
final class Outbox {
    record Item(Channel channel, Message message) {}

    private final Queue<Item> items = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final Pipe bell;
    private volatile boolean ended;

    Outbox() throws IOException {
        bell = Pipe.open();
        bell.source().configureBlocking(false);
        // A blocking sink would be closed for ever by a write from an interrupted cell.
        bell.sink().configureBlocking(false);
    }

    void add(Channel channel, Message message) {
        items.add(new Item(channel, message));
        ring();
    }

    /** Nothing comes after this. */
    void end() {
        ended = true;
        ring();
    }

    boolean ended() {
        return ended;
    }

    Optional<Item> next() {
        return Optional.ofNullable(items.poll());
    }

    SelectableChannel bell() {
        return bell.source();
    }

    private void ring() {
        if (rung.compareAndSet(false, true)) {
            try {
                bell.sink().write(ByteBuffer.allocate(1));
            } catch (ClosedChannelException ended) {
                // The kernel ends: nobody listens to what a thread still prints.
            } catch (IOException broken) {
                throw new UncheckedIOException("The connection to the front end broke", broken);
            }
        }
    }

    /** Makes the bell quiet; to be called before looking for items, so that none is missed. */
    void hush() throws IOException {
        bell.source().read(ByteBuffer.allocate(64));
        rung.set(false);
    }

    void close() throws IOException {
        bell.source().close();
        bell.sink().close();
    }
}
