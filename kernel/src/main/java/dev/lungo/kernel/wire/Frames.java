package dev.lungo.kernel.wire;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Messages to ZeroMQ frames and back: identities, delimiter, signature, four JSON parts, rest. */
final class Frames {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_PARTS = 4;

    /** A header is a few hundred bytes; what is far larger was not made by a front end. */
    private static final int LARGEST_HEADER = 64 * 1024;

    private final Signer signer;

    Frames(Signer signer) {
        this.signer = signer;
    }

    List<byte[]> of(Message message) {
        List<byte[]> parts =
                List.of(
                        Json.bytes(message.header().json()),
                        Json.bytes(message.parent()),
                        Json.bytes(message.metadata()),
                        Json.bytes(message.content()));
        var frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(parts));
        frames.addAll(parts);
        frames.addAll(message.buffers());
        return frames;
    }

    /**
     * The message in these frames.
     *
     * @throws BadMessageException when there is none, or its signature is wrong
     */
    Message message(List<byte[]> frames) {
        int delimiter = delimiter(frames);
        int first = delimiter + 2;
        int end = first + JSON_PARTS;
        if (frames.size() < end) {
            throw new BadMessageException("it has only " + frames.size() + " frames");
        }
        var parts = frames.subList(first, end);
        if (!signer.verifies(frames.get(delimiter + 1), parts)) {
            throw new BadMessageException("its signature is wrong");
        }
        return new Message(
                frames.subList(0, delimiter),
                new Header(header(parts.get(0))),
                header(parts.get(1)),
                Json.parseObject(parts.get(2)),
                Json.parseObject(parts.get(3)),
                frames.subList(end, frames.size()));
    }

    private static int delimiter(List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), DELIMITER)) {
                return i;
            }
        }
        throw new BadMessageException("it has no <IDS|MSG> frame");
    }

    private static JsonObject header(byte[] frame) {
        if (frame.length > LARGEST_HEADER) {
            throw new BadMessageException("its header has " + frame.length + " bytes");
        }
        return Json.parseObject(frame);
    }
}
