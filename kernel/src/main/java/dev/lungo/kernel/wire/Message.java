package dev.lungo.kernel.wire;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * One Jupyter message; its parts are not to be changed.
 *
 * @param identities where it came from or goes to: ZeroMQ routing ids, or the topic on IOPub
 * @param header who, when and what
 * @param parent the header of the message that this one answers; empty when there is none
 * @param metadata what the sender adds
 * @param content the message itself, by type
 * @param buffers raw bytes, used by widgets
 */
public record Message(
        List<byte[]> identities,
        Header header,
        JsonObject parent,
        JsonObject metadata,
        JsonObject content,
        List<byte[]> buffers) {

    /** Copies the lists. */
    public Message {
        identities = List.copyOf(identities);
        buffers = List.copyOf(buffers);
    }

    /** A message without metadata and buffers. */
    public static Message of(
            List<byte[]> identities, Header header, JsonObject parent, JsonObject content) {
        return new Message(identities, header, parent, new JsonObject(), content, List.of());
    }

    /** The kind of message, for example {@code execute_request}. */
    public String type() {
        return header.type();
    }
}
