package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lungo.data.ByteValues;
import dev.lungo.data.FloatValues;
import dev.lungo.data.Values;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One example in the engine's memory, filled anew for each prediction: to make an array costs as
 * much as half the prediction of a small model.
 */
final class OneExample {
    private final NDManager owner;
    private ByteBuffer memory = ByteBuffer.allocateDirect(0);
    private NDArray array;

    OneExample(NDManager owner) {
        this.owner = owner;
    }

    /** The array with these values in it, until the next ones come. */
    NDArray holding(Values one) {
        if (one instanceof ByteValues bytes) {
            room(one, DataType.UINT8);
            memory.clear().put(bytes.array(), bytes.offset(), bytes.length());
        } else {
            FloatValues floats = (FloatValues) one;
            room(one, DataType.FLOAT32);
            memory.clear();
            memory.asFloatBuffer().put(floats.array(), floats.offset(), one.shape().elements());
        }
        return array;
    }

    private void room(Values one, DataType type) {
        if (array != null && array.getDataType() == type) {
            return;
        }
        if (array != null) {
            array.close();
        }
        memory =
                ByteBuffer.allocateDirect(one.shape().elements() * type.getNumOfBytes())
                        .order(ByteOrder.nativeOrder());
        // DJL takes direct memory as it is, without a copy.
        array = owner.create(memory, Placement.sizes(1, one.shape()), type);
    }
}
