package dev.lungo.kernel.wire;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A front end that asks one thing after the other, for a kernel that rehearses its start. */
public final class FrontEnd implements AutoCloseable {
    private static final int PORTS = 5;
    private static final int PATIENCE_MILLIS = 60_000;

    private final ZContext context = new ZContext();
    private final Frames frames;
    private final ZMQ.Socket shell;
    private final String session = UUID.randomUUID().toString();

    /** Connects to the kernel that listens there. */
    public FrontEnd(ConnectionFile connection) {
        frames = new Frames(new Signer(connection.key()));
        context.setLinger(0);
        shell = context.createSocket(SocketType.DEALER);
        shell.setReceiveTimeOut(PATIENCE_MILLIS);
        shell.connect("tcp://%s:%d".formatted(connection.ip(), connection.shell()));
        var output = context.createSocket(SocketType.SUB);
        output.subscribe(ZMQ.SUBSCRIPTION_ALL);
        output.connect("tcp://%s:%d".formatted(connection.ip(), connection.iopub()));
    }

    /** A connection of this machine on ports that are free, with a new key. */
    public static ConnectionFile freeConnection() throws IOException {
        var taken = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < PORTS; i++) {
                taken.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var ports = taken.stream().map(ServerSocket::getLocalPort).iterator();
            return new ConnectionFile(
                    "127.0.0.1",
                    ports.next(),
                    ports.next(),
                    ports.next(),
                    ports.next(),
                    ports.next(),
                    UUID.randomUUID().toString());
        } finally {
            for (var socket : taken) {
                socket.close();
            }
        }
    }

    /**
     * Sends a request and waits for its reply.
     *
     * @throws IOException when none comes
     */
    public JsonObject ask(String type, JsonObject content) throws IOException {
        var header = Header.of(type, session);
        var parts =
                frames.of(
                        Parcel.of(
                                Channel.SHELL,
                                Message.of(List.of(), header, new JsonObject(), content)));
        for (int i = 0; i < parts.size(); i++) {
            shell.send(parts.get(i), i < parts.size() - 1 ? ZMQ.SNDMORE : 0);
        }
        var reply = new ArrayList<byte[]>();
        do {
            byte[] part = shell.recv();
            if (part == null) {
                throw new IOException("The kernel gave no answer to " + type + ".");
            }
            reply.add(part);
        } while (shell.hasReceiveMore());
        return frames.message(reply).content();
    }

    @Override
    public void close() {
        context.close();
    }
}
