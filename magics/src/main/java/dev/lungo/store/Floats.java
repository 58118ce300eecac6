package dev.lungo.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers as little-endian float32, as both formats of arrays have them. */
final class Floats {
    private static final int PIECE = 1 << 14;

    private Floats() {}

    static void write(OutputStream out, float[] values) throws IOException {
        for (int from = 0; from < values.length; from += PIECE) {
            int count = Math.min(PIECE, values.length - from);
            ByteBuffer piece =
                    ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            piece.asFloatBuffer().put(values, from, count);
            out.write(piece.array());
        }
    }
}
