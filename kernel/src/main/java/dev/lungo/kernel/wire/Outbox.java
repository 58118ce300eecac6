package dev.lungo.kernel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Messages on their way to the thread that owns the sockets, and the bell that wakes it.
 *
 * <p>Output has a queue of its own: a front end that reads slowly holds up no reply.
 */
final class Outbox {
    private final Queue<Parcel> replies = new ConcurrentLinkedQueue<>();
    private final Queue<Parcel> output = new ConcurrentLinkedQueue<>();
    private final Room room = new Room();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final Pipe bell;
    private volatile boolean ended;

    Outbox() throws IOException {
        bell = Pipe.open();
        bell.source().configureBlocking(false);
        // A blocking sink would be closed for ever by a write from an interrupted cell.
        bell.sink().configureBlocking(false);
    }

    /** Never waits. */
    void add(Parcel parcel) {
        if (parcel.channel() == Channel.IOPUB) {
            room.take(parcel.size());
            output.add(parcel);
        } else {
            replies.add(parcel);
        }
        ring();
    }

    /** Waits until there is room for more output. */
    void awaitRoom() {
        room.await();
    }

    /** Nothing comes after this. */
    void end() {
        ended = true;
        room.open();
        ring();
    }

    boolean ended() {
        return ended;
    }

    /** The next reply, taken out; null when none waits. */
    Parcel takeReply() {
        return replies.poll();
    }

    /** The next output, which stays here until {@link #outputSent}; null when none waits. */
    Parcel nextOutput() {
        return output.peek();
    }

    void outputSent() {
        room.giveBack(output.remove().size());
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
        room.open();
        bell.source().close();
        bell.sink().close();
    }
}
