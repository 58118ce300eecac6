package dev.lungo.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.zeromq.ZMQ;

/** The one thread that touches the sockets: it sleeps until a frame or an answer arrives. */
final class Loop implements Runnable {
    private static final System.Logger LOG = KernelLog.of(Loop.class);
    private static final byte SUBSCRIBED = 1;

    /** No front end sends more; the rest of such a message is read and forgotten. */
    private static final int MOST_FRAMES = 1024;

    private static final int SOON_MILLIS = 1;
    private static final int LATER_MILLIS = 32;
    private static final int LAST_WORDS_MILLIS = 1000;

    private final String session;
    private final Sockets sockets;
    private final Outbox outbox;
    private final Frames frames;
    private final BiConsumer<Channel, Message> receiver;
    private final Runnable ended;
    private int retryMillis = SOON_MILLIS;

    /** Sent before all output that waits, so that they are the first thing a front end sees. */
    private final Queue<Parcel> welcomes = new ArrayDeque<>();

    Loop(
            String session,
            Sockets sockets,
            Outbox outbox,
            Frames frames,
            BiConsumer<Channel, Message> receiver,
            Runnable ended) {
        this.session = session;
        this.sockets = sockets;
        this.outbox = outbox;
        this.frames = frames;
        this.receiver = receiver;
        this.ended = ended;
    }

    @Override
    public void run() {
        try (sockets;
                var poller = sockets.poller(outbox.bell())) {
            while (!outbox.ended()) {
                turn(poller);
            }
            sayLastWords();
            outbox.close();
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.ERROR, "The connection to the front end broke", broken);
        } finally {
            outbox.end();
            ended.run();
        }
    }

    private void turn(ZMQ.Poller poller) throws IOException {
        try {
            // ZeroMQ does not say when a slow front end has room again: one has to try.
            poller.poll(nextOutput() == null ? -1 : retryMillis);
            outbox.hush();
            sendReplies();
            sendOutput();
            sockets.channels().forEach(this::receiveAll);
            beat();
        } catch (OutOfMemoryError full) {
            // A cell filled the heap; the user can still be told, and interrupt or restart.
            LOG.log(Level.WARNING, "The heap is full", full);
        }
    }

    private void sendReplies() {
        for (var reply = outbox.takeReply(); reply != null; reply = outbox.takeReply()) {
            send(reply);
        }
    }

    /** Sends output until none waits, or a front end that reads slowly has no room. */
    private void sendOutput() {
        boolean sent = false;
        for (var next = nextOutput(); next != null; next = nextOutput()) {
            if (!send(next)) {
                retryMillis = sent ? SOON_MILLIS : Math.min(2 * retryMillis, LATER_MILLIS);
                return;
            }
            outputSent();
            sent = true;
        }
        retryMillis = SOON_MILLIS;
    }

    private Parcel nextOutput() {
        return welcomes.isEmpty() ? outbox.nextOutput() : welcomes.peek();
    }

    private void outputSent() {
        if (welcomes.poll() == null) {
            outbox.outputSent();
        }
    }

    private void sayLastWords() {
        sendReplies();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MILLIS);
        sendOutput();
        while (nextOutput() != null && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SOON_MILLIS));
            sendOutput();
        }
    }

    /** Sends a message; false when it must be tried again. */
    private boolean send(Parcel parcel) {
        try {
            return send(sockets.channels().get(parcel.channel()), frames.of(parcel));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            LOG.log(Level.WARNING, "A " + parcel.type() + " could not be sent", failed);
            return true;
        }
    }

    private static boolean send(ZMQ.Socket socket, List<byte[]> parts) {
        for (int i = 0; i < parts.size(); i++) {
            int more = i < parts.size() - 1 ? ZMQ.SNDMORE : 0;
            // Only the first frame can find no room: ZeroMQ counts whole messages.
            if (!socket.send(parts.get(i), i == 0 ? more | ZMQ.DONTWAIT : more)) {
                return false;
            }
        }
        return true;
    }

    private void receiveAll(Channel channel, ZMQ.Socket socket) {
        for (var parts = receive(socket); !parts.isEmpty(); parts = receive(socket)) {
            try {
                if (channel == Channel.IOPUB) {
                    subscribe(socket, parts.get(0));
                } else {
                    receiver.accept(channel, message(parts));
                }
            } catch (BadMessageException bad) {
                LOG.log(
                        Level.WARNING,
                        "Dropped a message on {0}: {1}",
                        channel.name().toLowerCase(Locale.ROOT),
                        bad.getMessage());
            } catch (Throwable failed) {
                LOG.log(Level.WARNING, "Dropped a message that could not be handled", failed);
            }
        }
    }

    private Message message(List<byte[]> parts) {
        if (parts.size() > MOST_FRAMES) {
            throw new BadMessageException("it has more than " + MOST_FRAMES + " frames");
        }
        return frames.message(parts);
    }

    /** The frames of one message, or none when no message waits. */
    private static List<byte[]> receive(ZMQ.Socket socket) {
        var parts = new ArrayList<byte[]>();
        byte[] part = socket.recv(ZMQ.DONTWAIT);
        while (part != null) {
            if (parts.size() <= MOST_FRAMES) {
                parts.add(part);
            }
            part = socket.hasReceiveMore() ? socket.recv(ZMQ.DONTWAIT) : null;
        }
        return parts;
    }

    /** Lets a front end see output, after a message that says so (Jupyter protocol 5.5). */
    private void subscribe(ZMQ.Socket iopub, byte[] subscription) {
        // JeroMQ 0.6.0 drops the first byte of a topic given here (XPub, Mtrie.addHelper): the
        // frame as it came has one byte to spare, which says what is asked for.
        if (subscription[0] != SUBSCRIBED) {
            iopub.unsubscribe(subscription);
            return;
        }
        iopub.subscribe(subscription);
        byte[] topic = Arrays.copyOfRange(subscription, 1, subscription.length);
        var content = new JsonObject();
        content.addProperty("subscription", new String(topic, StandardCharsets.UTF_8));
        var header = Header.of("iopub_welcome", session);
        var welcome = Message.of(List.of(topic), header, new JsonObject(), content);
        welcomes.add(Parcel.of(Channel.IOPUB, welcome));
        sendOutput();
    }

    private void beat() {
        var parts = receive(sockets.heartbeat());
        if (!parts.isEmpty()) {
            send(sockets.heartbeat(), parts);
        }
    }
}
