package dev.lungo.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** A small Jupyter front end; used by one thread. */
public final class TestClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final ZContext context = new ZContext();
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ZMQ.Socket heartbeat;
    private final Frames frames;

    /** Connects, and waits until output is seen. */
    public TestClient(ConnectionFile connection) {
        frames = new Frames(new Signer(connection.key()));
        context.setLinger(0);
        sockets.put(Channel.SHELL, connect(SocketType.DEALER, connection.shell()));
        sockets.put(Channel.CONTROL, connect(SocketType.DEALER, connection.control()));
        sockets.put(Channel.STDIN, connect(SocketType.DEALER, connection.stdin()));
        sockets.put(Channel.IOPUB, connect(SocketType.SUB, connection.iopub()));
        sockets.get(Channel.IOPUB).subscribe(ZMQ.SUBSCRIPTION_ALL);
        heartbeat = connect(SocketType.REQ, connection.heartbeat());
        assertThat(receive(Channel.IOPUB).type()).isEqualTo("iopub_welcome");
    }

    /** A connection on five ports that were free a moment ago. */
    public static ConnectionFile freePorts() throws IOException {
        var taken = new ArrayList<ServerSocket>();
        for (int i = 0; i < 5; i++) {
            taken.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        var ports = taken.stream().map(ServerSocket::getLocalPort).toList();
        for (var socket : taken) {
            socket.close();
        }
        return new ConnectionFile(
                "127.0.0.1",
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                "a-secret");
    }

    private ZMQ.Socket connect(SocketType type, int port) {
        var socket = context.createSocket(type);
        socket.setReceiveTimeOut(TIMEOUT_MILLIS);
        if (type == SocketType.SUB) {
            socket.setRcvHWM(1); // what is not read waits in the kernel
        }
        if (type == SocketType.DEALER) {
            // Jupyter's clients use one identity: input requests find the front end by it.
            socket.setIdentity("front-end".getBytes(ZMQ.CHARSET));
        }
        socket.connect("tcp://127.0.0.1:" + port);
        return socket;
    }

    /** Sends a request and returns it. */
    public Message send(Channel channel, String type, JsonObject content) {
        return send(channel, type, new JsonObject(), content);
    }

    /** Sends a request to a subshell and returns it. */
    public Message send(Channel channel, String type, String subshell, JsonObject content) {
        var header = Header.of(type, "test-session");
        header.json().addProperty("subshell_id", subshell);
        var message = Message.of(List.of(), header, new JsonObject(), content);
        sendFrames(channel, frames.of(Parcel.of(channel, message)));
        return message;
    }

    /** Sends an answer to {@code parent}, a header, and returns it. */
    public Message send(Channel channel, String type, JsonObject parent, JsonObject content) {
        var message = Message.of(List.of(), Header.of(type, "test-session"), parent, content);
        sendFrames(channel, frames.of(Parcel.of(channel, message)));
        return message;
    }

    /** Sends any bytes. */
    public void sendFrames(Channel channel, List<byte[]> parts) {
        var socket = sockets.get(channel);
        for (int i = 0; i < parts.size(); i++) {
            socket.send(parts.get(i), i < parts.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    /** The frames of a request with this content. */
    public List<byte[]> framesOf(String type, JsonObject content) {
        var header = Header.of(type, "test-session");
        var message = Message.of(List.of(), header, new JsonObject(), content);
        return new ArrayList<>(frames.of(Parcel.of(Channel.SHELL, message)));
    }

    /** The frames of a message with these four parts, whatever is in them. */
    List<byte[]> signed(List<byte[]> parts) {
        return frames.of(new Parcel(Channel.SHELL, "", List.of(), List.copyOf(parts), List.of()));
    }

    /** The next message; fails when none comes. */
    public Message receive(Channel channel) {
        var socket = sockets.get(channel);
        var parts = new ArrayList<byte[]>();
        do {
            byte[] part = socket.recv();
            assertThat(part).as("a message on " + channel).isNotNull();
            parts.add(part);
        } while (socket.hasReceiveMore());
        return frames.message(parts);
    }

    /** Whether the heartbeat answers with the same bytes. */
    public boolean beats() {
        heartbeat.send("ping");
        return "ping".equals(heartbeat.recvStr());
    }

    @Override
    public void close() {
        context.close();
    }
}
