package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lungo.data.ByteValues;
import dev.lungo.data.FloatValues;
import dev.lungo.data.Labels;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import dev.lungo.data.Values;
import dev.lungo.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.stream.LongStream;

/** Copies examples into the engine's memory: pixels stay bytes, classes become 64-bit integers. */
final class Placement {
    private Placement() {}

    static NDArray inputs(Values inputs, NDManager owner) {
        if (inputs instanceof ByteValues bytes) {
            ByteBuffer part = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
            return owner.create(part.slice(), sizes(bytes.size(), bytes.shape()), DataType.UINT8);
        }
        FloatValues floats = (FloatValues) inputs;
        return floats(floats.array(), floats.offset(), floats.size(), floats.shape(), owner);
    }

    static NDArray targets(Targets targets, NDManager owner) {
        if (targets instanceof Labels labels) {
            long[] classes = new long[labels.size()];
            for (int i = 0; i < classes.length; i++) {
                classes[i] = labels.label(i);
            }
            return owner.create(classes);
        } else if (targets instanceof Numbers numbers) {
            return floats(
                    numbers.array(), numbers.offset(), numbers.size(), numbers.shape(), owner);
        }
        return owner.create(new long[0]);
    }

    private static NDArray floats(
            float[] array, int offset, int size, Shape shape, NDManager owner) {
        FloatBuffer part = FloatBuffer.wrap(array, offset, size * shape.elements());
        return owner.create(part.slice(), sizes(size, shape), DataType.FLOAT32);
    }

    static ai.djl.ndarray.types.Shape sizes(int size, Shape shape) {
        return new ai.djl.ndarray.types.Shape(
                LongStream.concat(
                                LongStream.of(size),
                                shape.sizes().stream().mapToLong(Integer::longValue))
                        .toArray());
    }
}
