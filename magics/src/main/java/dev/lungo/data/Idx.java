package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An array of bytes as the MNIST files keep it.
 *
 * <p>Two zero bytes, the number type (8 for unsigned bytes), the number of axes, the size of each
 * axis as a big-endian int, then the values. Described with the MNIST database of Y. LeCun, C.
 * Cortes and C. Burges.
 *
 * @param shape the sizes of all axes, the number of examples first
 * @param values the values, row-major
 */
record Idx(Shape shape, byte[] values) {
    private static final int UNSIGNED_BYTES = 8;

    /** Reads a file of unsigned bytes with this many axes. */
    static Idx read(Path file, int axes) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long left = Files.size(file) - Integer.BYTES * (1L + axes);
            int magic = left < 0 ? -1 : in.readInt();
            int expected = UNSIGNED_BYTES << 8 | axes;
            if (magic != expected) {
                throw unreadable(
                        file,
                        left < 0 ? Files.size(file) + " bytes" : "first bytes " + hex(magic),
                        "first bytes " + hex(expected) + ", then " + axes + " sizes");
            }
            int[] sizes = new int[axes];
            long product = 1;
            for (int axis = 0; axis < axes; axis++) {
                sizes[axis] = in.readInt();
                product *= sizes[axis];
            }
            Shape shape = Shape.of(sizes);
            if (product != left) {
                throw unreadable(file, left + " bytes of values", product + " bytes for " + shape);
            }
            byte[] values = new byte[Math.toIntExact(left)];
            in.readFully(values);
            return new Idx(shape, values);
        }
    }

    private static String hex(int number) {
        return "%08x".formatted(number);
    }

    private static LungoException unreadable(Path file, String received, String expected) {
        return LungoException.badInput(
                file + " is not an IDX file that can be read.",
                received,
                expected,
                "check that the file is the unpacked original.");
    }
}
