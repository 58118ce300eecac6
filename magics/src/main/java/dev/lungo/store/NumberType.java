package dev.lungo.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** How a file writes one number; every kind is read as float32. */
enum NumberType {
    HALF(2, "F16", "f2") {
        @Override
        float at(ByteBuffer bytes, int place) {
            return half(bytes.getShort(place));
        }
    },
    BRAIN(2, "BF16") {
        @Override
        float at(ByteBuffer bytes, int place) {
            return Float.intBitsToFloat(bytes.getShort(place) << 16);
        }
    },
    FLOAT(4, "F32", "f4") {
        @Override
        float at(ByteBuffer bytes, int place) {
            return bytes.getFloat(place);
        }
    },
    DOUBLE(8, "F64", "f8") {
        @Override
        float at(ByteBuffer bytes, int place) {
            return (float) bytes.getDouble(place);
        }
    },
    BYTE(1, "I8", "i1") {
        @Override
        float at(ByteBuffer bytes, int place) {
            return bytes.get(place);
        }
    },
    UNSIGNED_BYTE(1, "U8", "u1", "BOOL", "b1") {
        @Override
        float at(ByteBuffer bytes, int place) {
            return Byte.toUnsignedInt(bytes.get(place));
        }
    },
    INT(4, "I32", "i4") {
        @Override
        float at(ByteBuffer bytes, int place) {
            return bytes.getInt(place);
        }
    },
    LONG(8, "I64", "i8") {
        @Override
        float at(ByteBuffer bytes, int place) {
            return bytes.getLong(place);
        }
    };

    private final int size;
    private final List<String> names;

    NumberType(int size, String... names) {
        this.size = size;
        this.names = List.of(names);
    }

    /** The kind that safetensors ({@code F32}) or NumPy ({@code f4}) call so. */
    static NumberType named(String name) throws IOException {
        return Arrays.stream(values())
                .filter(type -> type.names.contains(name))
                .findFirst()
                .orElseThrow(() -> new IOException("it has numbers of kind " + name));
    }

    /** One number. */
    abstract float at(ByteBuffer bytes, int place);

    /** All numbers from the first byte to the last. */
    float[] read(ByteBuffer bytes) {
        float[] values = new float[bytes.limit() / size];
        for (int i = 0; i < values.length; i++) {
            values[i] = at(bytes, i * size);
        }
        return values;
    }

    /** Half precision: a sign, five bits of exponent, ten of fraction (IEEE 754). */
    private static float half(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        float size =
                switch (exponent) {
                    case 0 -> Math.scalb((float) fraction, -24);
                    case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Math.scalb((float) (1024 + fraction), exponent - 25);
                };
        return bits < 0 ? -size : size;
    }
}
