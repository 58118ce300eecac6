package dev.lungo.kernel.protocol;

import com.google.gson.JsonObject;
import dev.lungo.kernel.wire.Channel;
import dev.lungo.kernel.wire.Header;
import dev.lungo.kernel.wire.Message;
import dev.lungo.kernel.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Addresses answers: to the one who asked, or to everybody who listens to output. */
record Line(Wire wire) {
    /** Sends to the front end that sent {@code parent}; returns the id of what was sent. */
    String send(Channel channel, Message parent, String type, JsonObject content) {
        var header = Header.of(type, wire.session());
        var parentHeader = parent.header().json();
        wire.send(channel, Message.of(parent.identities(), header, parentHeader, content));
        return header.id();
    }

    /** Shows to every front end, as an effect of the message with the header {@code parent}. */
    void publish(JsonObject parent, String type, JsonObject content) {
        publish(parent, type, content, new JsonObject(), List.of());
    }

    /** The same with metadata and raw bytes. */
    void publish(
            JsonObject parent,
            String type,
            JsonObject content,
            JsonObject metadata,
            List<byte[]> buffers) {
        var topic = "kernel.%s.%s".formatted(wire.session(), type);
        var identities = List.of(topic.getBytes(StandardCharsets.UTF_8));
        var header = Header.of(type, wire.session());
        wire.send(
                Channel.IOPUB, new Message(identities, header, parent, metadata, content, buffers));
    }

    /** Says that the kernel is {@code starting}, {@code busy} or {@code idle}. */
    void status(JsonObject parent, String state) {
        var content = new JsonObject();
        content.addProperty("execution_state", state);
        publish(parent, "status", content);
    }
}
