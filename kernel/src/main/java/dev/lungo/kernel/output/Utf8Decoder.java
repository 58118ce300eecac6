package dev.lungo.kernel.output;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns bytes into text, also when a character arrives in pieces; wrong bytes become U+FFFD. */
final class Utf8Decoder {
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    /** The text of {@code rest + bytes}; the beginning of a character is kept for later. */
    String decode(byte[] bytes, int offset, int length) {
        var in = ByteBuffer.allocate(rest.length + length);
        in.put(rest).put(bytes, offset, length).flip();
        var out = CharBuffer.allocate(in.remaining());
        decoder.reset().decode(in, out, false);
        rest = new byte[in.remaining()];
        in.get(rest);
        return out.flip().toString();
    }

    /** What is left of a character that never became whole, as U+FFFD; usually nothing. */
    String end() {
        var text = new String(rest, StandardCharsets.UTF_8);
        rest = new byte[0];
        return text;
    }
}
