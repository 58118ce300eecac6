package dev.lungo.kernel.wire;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * The kernel's end of the line: messages arrive at the receiver, {@link #send} takes the answers.
 */
public final class Wire implements AutoCloseable {
    private final String session = freshSession();
    private final Outbox outbox;
    private final Sockets sockets;
    private final Frames frames;
    private Thread thread;

    private Wire(Outbox outbox, Sockets sockets, Frames frames) {
        this.outbox = outbox;
        this.sockets = sockets;
        this.frames = frames;
    }

    /**
     * Takes the ports of the connection file; front ends can connect from now on.
     *
     * @throws IOException with one line for the user, when a port is taken
     */
    public static Wire open(ConnectionFile connection) throws IOException {
        var frames = new Frames(new Signer(connection.key()));
        return new Wire(new Outbox(), Sockets.bind(connection), frames);
    }

    /**
     * Begins to hand over messages, once.
     *
     * @param receiver runs on the one thread that owns the sockets and must return at once
     * @param ended runs when nothing can be received any more: closed, or broken
     */
    public synchronized void start(BiConsumer<Channel, Message> receiver, Runnable ended) {
        var loop = new Loop(session, sockets, outbox, frames, receiver, ended);
        thread = new Thread(loop, "lungo-wire");
        thread.setDaemon(true);
        thread.start();
    }

    /** Unique is enough: nobody can use it without the key. */
    private static String freshSession() {
        var random = new SplittableRandom();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** The id of this kernel process in the headers it sends. */
    public String session() {
        return session;
    }

    /** Sends a message, in the order of the calls; may be called by any thread, never waits. */
    public void send(Channel channel, Message message) {
        outbox.add(Parcel.of(channel, message));
    }

    /**
     * Waits while more than 64 MB of output wait for a slow front end; to be called by what prints,
     * after it printed. An interrupt ends the wait and stays set.
     */
    public void awaitRoom() {
        outbox.awaitRoom();
    }

    /** Sends what was given to {@link #send} before, then frees the ports. */
    @Override
    public synchronized void close() {
        outbox.end();
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
