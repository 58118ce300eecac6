package dev.lungo.kernel.wire;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.util.EnumMap;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The five ZeroMQ sockets of one kernel. */
record Sockets(ZContext context, Map<Channel, ZMQ.Socket> channels, ZMQ.Socket heartbeat)
        implements AutoCloseable {

    /** How long closing waits, at most, for a front end to take the last messages. */
    private static final int LINGER_MILLIS = 1000;

    /** A larger frame ends the connection that sends it, before memory is given to it. */
    private static final long LARGEST_FRAME = 128L * 1024 * 1024;

    /** How many messages ZeroMQ holds for a slow front end; more wait in the {@link Outbox}. */
    private static final int MOST_OUTPUT_MESSAGES = 128;

    static Sockets bind(ConnectionFile connection) throws IOException {
        var context = new ZContext();
        context.setLinger(LINGER_MILLIS);
        // Without a limit: at the limit ZeroMQ drops replies.
        context.setSndHWM(0);
        context.setRcvHWM(0);
        try {
            var bind = new Binder(context, connection.ip());
            var channels = new EnumMap<Channel, ZMQ.Socket>(Channel.class);
            channels.put(Channel.SHELL, bind.to(connection.shell(), SocketType.ROUTER, "shell"));
            channels.put(
                    Channel.CONTROL, bind.to(connection.control(), SocketType.ROUTER, "control"));
            channels.put(Channel.STDIN, bind.to(connection.stdin(), SocketType.ROUTER, "stdin"));
            channels.put(Channel.IOPUB, bind.to(connection.iopub(), SocketType.XPUB, "iopub"));
            // At its limit it says so and drops nothing; our own queue counts bytes.
            channels.get(Channel.IOPUB).setXpubNoDrop(true);
            // Subscriptions count from our answer on, so that a welcome is the first thing seen.
            channels.get(Channel.IOPUB).setXpubManual(true);
            var heartbeat = bind.to(connection.heartbeat(), SocketType.REP, "heartbeat");
            return new Sockets(context, channels, heartbeat);
        } catch (IOException | RuntimeException failed) {
            context.close();
            throw failed;
        }
    }

    private record Binder(ZContext context, String ip) {
        ZMQ.Socket to(int port, SocketType type, String name) throws IOException {
            var socket = context.createSocket(type);
            socket.setMaxMsgSize(LARGEST_FRAME);
            if (type == SocketType.XPUB) {
                socket.setSndHWM(MOST_OUTPUT_MESSAGES);
            }
            try {
                socket.bind("tcp://" + ip + ":" + port);
                return socket;
            } catch (ZMQException refused) {
                var message = "The kernel cannot listen on port %d of %s (%s): %s";
                throw new IOException(message.formatted(port, ip, name, reason(refused)), refused);
            }
        }
    }

    private static String reason(ZMQException refused) {
        return ZMQ.Error.findByCode(refused.getErrorCode()).getMessage();
    }

    /** A poller that also wakes up for {@code bell}. */
    ZMQ.Poller poller(SelectableChannel bell) {
        var poller = context.createPoller(channels.size() + 2);
        channels.values().forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
        poller.register(heartbeat, ZMQ.Poller.POLLIN);
        poller.register(bell, ZMQ.Poller.POLLIN);
        return poller;
    }

    @Override
    public void close() {
        context.close();
    }
}
