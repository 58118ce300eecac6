package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import dev.lungo.data.ByteValues;
import dev.lungo.data.FloatValues;
import dev.lungo.data.Values;
import dev.lungo.graph.Graph;
import dev.lungo.tensor.Shape;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Predicts one example with a single call of native code, which reads and writes memory of Java's
 * that is the same for each prediction. To make an array of the example and another of the answer
 * takes as long as all operations of a small model.
 */
final class OneExample {
    private final Script script;
    private final int width;
    private final Shared answer;

    /** Made for the first example; and again when bytes come after floats. */
    private Shared example;

    OneExample(Script script, Graph graph) {
        this.script = script;
        this.width = graph.width();
        boolean several = graph.outputs().size() > 1;
        Shape answered = several ? Shape.of(width) : graph.output().shape();
        this.answer = Shared.of(script.manager(), answered, DataType.FLOAT32);
    }

    /** All outputs for this example of a model with one input, one after the other. */
    float[] predict(Values one) {
        fill(one);
        script.run("answer", example.value(), answer.value());
        float[] outputs = new float[width];
        answer.memory().asFloatBuffer().get(outputs);
        Reference.reachabilityFence(this);
        return outputs;
    }

    private void fill(Values one) {
        if (one instanceof ByteValues bytes) {
            room(one, DataType.UINT8);
            example.memory().put(0, bytes.array(), bytes.offset(), bytes.length());
        } else {
            FloatValues floats = (FloatValues) one;
            room(one, DataType.FLOAT32);
            int count = one.shape().elements();
            example.memory().asFloatBuffer().put(floats.array(), floats.offset(), count);
        }
    }

    private void room(Values one, DataType type) {
        if (example == null || example.array().getDataType() != type) {
            if (example != null) {
                example.close();
            }
            example = Shared.of(script.manager(), one.shape(), type);
        }
    }

    /** An array that libtorch and Java both see, and the form in which a script takes it. */
    private record Shared(ByteBuffer memory, NDArray array, IValue value) implements AutoCloseable {
        static Shared of(NDManager owner, Shape one, DataType type) {
            ByteBuffer memory =
                    ByteBuffer.allocateDirect(one.elements() * type.getNumOfBytes())
                            .order(ByteOrder.nativeOrder());
            // DJL takes direct memory as it is, without a copy.
            NDArray array = owner.create(memory, Placement.sizes(1, one), type);
            IValue value = IValue.from((PtNDArray) array);
            // So that it is freed with the arrays, when Java forgets the model.
            owner.attachInternal("value of " + array.getUid(), value);
            return new Shared(memory, array, value);
        }

        @Override
        public void close() {
            value.close();
            array.close();
        }
    }
}
