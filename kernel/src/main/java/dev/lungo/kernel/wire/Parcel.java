package dev.lungo.kernel.wire;

import java.util.List;

/**
 * A message ready to be signed and sent.
 *
 * @param parts header, parent, metadata and content as JSON
 */
record Parcel(
        Channel channel,
        String type,
        List<byte[]> identities,
        List<byte[]> parts,
        List<byte[]> buffers) {

    /** Made by the sending thread, so that the thread of the sockets has less to do. */
    static Parcel of(Channel channel, Message message) {
        List<byte[]> parts =
                List.of(
                        Json.bytes(message.header().json()),
                        Json.bytes(message.parent()),
                        Json.bytes(message.metadata()),
                        Json.bytes(message.content()));
        return new Parcel(channel, message.type(), message.identities(), parts, message.buffers());
    }

    /** How many bytes it carries. */
    long size() {
        return parts.stream().mapToLong(part -> part.length).sum()
                + buffers.stream().mapToLong(buffer -> buffer.length).sum();
    }
}
