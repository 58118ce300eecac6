package dev.lungo.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.zeromq.ZMQ;

/** The one thread that touches the sockets: it sleeps until a frame or an answer arrives. */
final class Loop implements Runnable {
    private static final System.Logger LOG = System.getLogger(Loop.class.getName());
    private static final byte SUBSCRIBED = 1;

    private final String session;
    private final Sockets sockets;
    private final Outbox outbox;
    private final Frames frames;
    private final BiConsumer<Channel, Message> receiver;

    Loop(
            String session,
            Sockets sockets,
            Outbox outbox,
            Frames frames,
            BiConsumer<Channel, Message> receiver) {
        this.session = session;
        this.sockets = sockets;
        this.outbox = outbox;
        this.frames = frames;
        this.receiver = receiver;
    }

    @Override
    public void run() {
        try (sockets;
                var poller = sockets.poller(outbox.bell())) {
            while (!outbox.ended()) {
                poller.poll(-1);
                outbox.hush();
                sendAll();
                sockets.channels().forEach(this::receiveAll);
                beat();
            }
            sendAll();
            outbox.close();
        } catch (IOException | RuntimeException broken) {
            LOG.log(Level.ERROR, "The connection to the front end broke", broken);
        }
    }

    private void sendAll() {
        for (var item = outbox.next(); item.isPresent(); item = outbox.next()) {
            var channel = item.get().channel();
            var message = item.get().message();
            try {
                send(sockets.channels().get(channel), frames.of(message));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
                LOG.log(Level.WARNING, "A " + message.type() + " could not be sent", failed);
            }
        }
    }

    private static void send(ZMQ.Socket socket, List<byte[]> parts) {
        int last = parts.size() - 1;
        for (int i = 0; i < last; i++) {
            socket.send(parts.get(i), ZMQ.SNDMORE);
        }
        socket.send(parts.get(last));
    }

    private void receiveAll(Channel channel, ZMQ.Socket socket) {
        for (var parts = receive(socket); !parts.isEmpty(); parts = receive(socket)) {
            try {
                if (channel == Channel.IOPUB) {
                    subscribe(socket, parts.get(0));
                } else {
                    receiver.accept(channel, frames.message(parts));
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

    /** The frames of one message, or none when no message waits. */
    private static List<byte[]> receive(ZMQ.Socket socket) {
        var parts = new ArrayList<byte[]>();
        byte[] part = socket.recv(ZMQ.DONTWAIT);
        while (part != null) {
            parts.add(part);
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
        send(iopub, frames.of(welcome));
    }

    private void beat() {
        var parts = receive(sockets.heartbeat());
        if (!parts.isEmpty()) {
            send(sockets.heartbeat(), parts);
        }
    }
}
