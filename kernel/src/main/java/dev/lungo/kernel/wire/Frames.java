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

    /** More than a notebook's largest cell, or a file given to an upload widget. */
    private static final long LARGEST_MESSAGE = 64L * 1024 * 1024;

    private final Signer signer;
    private final Replays replays = new Replays();

    Frames(Signer signer) {
        this.signer = signer;
    }

    /** The signed frames of a message to send. */
    List<byte[]> of(Parcel parcel) {
        var frames = new ArrayList<>(parcel.identities());
        frames.add(DELIMITER);
        frames.add(signer.sign(parcel.parts()));
        frames.addAll(parcel.parts());
        frames.addAll(parcel.buffers());
        return frames;
    }

    /**
     * The message in these frames.
     *
     * @throws BadMessageException when there is none, or its signature is wrong
     */
    Message message(List<byte[]> frames) {
        long size = frames.stream().mapToLong(frame -> frame.length).sum();
        if (size > LARGEST_MESSAGE) {
            throw new BadMessageException(
                    "it has %d bytes, more than %d".formatted(size, LARGEST_MESSAGE));
        }
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
        if (replays.contain(frames.get(delimiter + 1))) {
            throw new BadMessageException("it came before");
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
