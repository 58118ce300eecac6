package zmq;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import zmq.util.Errno;

/**
 * Wakes the thread that reads a mailbox, with a byte in a pipe for each signal.
 *
 * <p>JeroMQ's own counts a signal after it has written the byte. A reader that runs before the
 * writer goes on, as it does on the writer's core, finds the pipe ready and no signal, and asks
 * again until its time is up: 5 ms of processor time a cell. Here the count comes first.
 */
final class Signaler implements Closeable {
    private final Ctx context;
    private final Errno errno;
    private final Pipe pipe;
    private final Selector selector;
    private final AtomicLong sent = new AtomicLong();
    private long received;

    Signaler(Ctx context, int owner, Errno errno) {
        this.context = context;
        this.errno = errno;
        try {
            pipe = Pipe.open();
            pipe.sink().configureBlocking(false);
            pipe.source().configureBlocking(false);
            selector = context.createSelector();
            pipe.source().register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    /** Can be read when there is a signal. */
    SelectableChannel getFd() {
        return pipe.source();
    }

    /** Sends a signal; any thread may. */
    void send() {
        sent.incrementAndGet();
        try {
            move(pipe.sink()::write);
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    /** Takes a signal that {@link #waitEvent} has seen; the reader's thread only. */
    void recv() {
        received++;
        try {
            move(pipe.source()::read);
        } catch (ClosedChannelException e) {
            errno.set(ZError.EINTR);
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    /**
     * Waits for a signal; the reader's thread only.
     *
     * @param millis 0 for not at all, less for as long as it takes
     * @return false when there is none; {@code errno} says why
     */
    boolean waitEvent(long millis) {
        try {
            while (!isSent() && millis != 0 && !Thread.currentThread().isInterrupted()) {
                selector.select(Math.max(0, millis));
                selector.selectedKeys().clear();
                millis = Math.min(0, millis);
            }
        } catch (ClosedSelectorException e) {
            errno.set(ZError.EINTR);
            return false;
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
        if (Thread.interrupted()) {
            errno.set(ZError.EINTR);
            return false;
        }
        if (!isSent()) {
            errno.set(ZError.EAGAIN);
            return false;
        }
        return true;
    }

    private boolean isSent() {
        return received < sent.get();
    }

    private interface Transfer {
        int of(ByteBuffer bytes) throws IOException;
    }

    /** Moves one byte; not as an interrupted thread, which would close the pipe. */
    @SuppressWarnings("ThreadPriorityCheck") // it only shortens a wait that ends anyway
    private static void move(Transfer transfer) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            ByteBuffer signal = ByteBuffer.allocate(1);
            while (transfer.of(signal) == 0) {
                LockSupport.parkNanos(1); // the writer has counted, and goes on to write
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        context.closeSelector(selector);
        pipe.source().close();
        pipe.sink().close();
    }
}
