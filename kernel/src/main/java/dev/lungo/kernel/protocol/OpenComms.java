package dev.lungo.kernel.protocol;

import com.google.gson.JsonObject;
import dev.lungo.kernel.Comm;
import dev.lungo.kernel.CommMessage;
import dev.lungo.kernel.output.Streams;
import dev.lungo.kernel.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** The open comms and the targets that cells offer: what front ends say about them comes here. */
final class OpenComms {
    private final Map<String, BiConsumer<Comm, CommMessage>> targets = new ConcurrentHashMap<>();
    private final Map<String, LiveComm> open = new ConcurrentHashMap<>();
    private final Line line;
    private final Streams streams;
    private final CurrentRequest current;

    OpenComms(Line line, Streams streams, CurrentRequest current) {
        this.line = line;
        this.streams = streams;
        this.current = current;
    }

    void onOpen(String target, BiConsumer<Comm, CommMessage> listener) {
        targets.put(target, listener);
    }

    Comm open(String target, Map<String, ?> data, Map<String, ?> metadata, byte[]... buffers) {
        var comm = new LiveComm(UUID.randomUUID().toString(), target, this);
        open.put(comm.id(), comm);
        var content = content(comm.id(), data);
        content.addProperty("target_name", target);
        publish("comm_open", content, metadata, buffers);
        return comm;
    }

    void send(LiveComm comm, Map<String, ?> data, byte[]... buffers) {
        publish("comm_msg", content(comm.id(), data), Map.of(), buffers);
    }

    void close(LiveComm comm) {
        open.remove(comm.id());
        publish("comm_close", content(comm.id(), Map.of()), Map.of());
    }

    boolean isOpen(LiveComm comm) {
        return open.get(comm.id()) == comm;
    }

    /** Answers comm_open: an unknown target is closed at once, as the protocol asks for. */
    void opened(Request request) {
        var target = request.text("target_name");
        var comm = new LiveComm(request.text("comm_id"), target, this);
        var listener = targets.get(target);
        if (listener == null) {
            close(comm);
            return;
        }
        open.put(comm.id(), comm);
        listener.accept(comm, message(request));
    }

    /** Hands on a comm_msg; one for a comm that was closed meanwhile has no effect. */
    void received(Request request) {
        var comm = open.get(request.text("comm_id"));
        if (comm != null) {
            comm.received(message(request));
        }
    }

    /** Hands on a comm_close. */
    void closed(Request request) {
        var comm = open.remove(request.text("comm_id"));
        if (comm != null) {
            comm.closed(message(request));
        }
    }

    /** Answers comm_info_request: the open comms of one target, or of all. */
    void info(Request request) {
        var target = request.text("target_name", "");
        var comms = new JsonObject();
        for (var comm : open.values()) {
            if (target.isEmpty() || target.equals(comm.target())) {
                var info = new JsonObject();
                info.addProperty("target_name", comm.target());
                comms.add(comm.id(), info);
            }
        }
        var content = Replies.ok();
        content.add("comms", comms);
        request.reply(content);
    }

    private static JsonObject content(String id, Map<String, ?> data) {
        var content = new JsonObject();
        content.addProperty("comm_id", id);
        content.add("data", Json.tree(data));
        return content;
    }

    private static CommMessage message(Request request) {
        return new CommMessage(
                Json.map(request.object("data")),
                Json.map(request.message().metadata()),
                request.message().buffers());
    }

    private void publish(
            String type, JsonObject content, Map<String, ?> metadata, byte[]... buffers) {
        streams.current().flush();
        var request = current.get();
        var parent = request == null ? new JsonObject() : request.message().header().json();
        line.publish(
                parent, type, content, Json.tree(metadata).getAsJsonObject(), List.of(buffers));
    }
}
