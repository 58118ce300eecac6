package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lungo.data.ByteValues;
import dev.lungo.data.FloatValues;
import dev.lungo.data.Labels;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import dev.lungo.data.Values;
import dev.lungo.engine.Objective;
import dev.lungo.graph.Graph;
import dev.lungo.loss.Loss;
import dev.lungo.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Copies examples into the engine's memory: pixels stay bytes, classes become 64-bit integers. */
final class Placement {
    private Placement() {}

    /** The arrays of each input. */
    static List<NDArray> inputs(Values inputs, NDManager owner) {
        return inputs.each().stream().map(one -> input(one, owner)).toList();
    }

    /** The arrays of each output's targets; empty ones where there are none to learn. */
    static List<NDArray> targets(
            Targets targets, Graph graph, Optional<Objective> objective, NDManager owner) {
        List<NDArray> arrays = new ArrayList<>();
        for (int i = 0; i < graph.outputs().size(); i++) {
            Targets own = targets instanceof NoTargets ? targets : targets.each().get(i);
            Graph only = graph.withOutput(i);
            boolean classes =
                    objective.isPresent()
                            && own instanceof Numbers numbers
                            && areClasses(objective.get().losses().get(i), only, numbers);
            NDArray array = target(own, owner);
            arrays.add(classes ? array.toType(DataType.INT64, false) : array);
        }
        return arrays;
    }

    /** Whether each position of a sequence or picture has the number of a class. */
    private static boolean areClasses(Loss loss, Graph graph, Numbers numbers) {
        int positions = graph.output().shape().positions().rank();
        return positions > 0
                && numbers.shape().rank() == positions
                && LossLines.of(loss, graph, "").filter(lines -> !lines.compared()).isPresent();
    }

    private static NDArray input(Values inputs, NDManager owner) {
        if (inputs instanceof ByteValues bytes) {
            ByteBuffer part = ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length());
            return owner.create(part.slice(), sizes(bytes.size(), bytes.shape()), DataType.UINT8);
        }
        FloatValues floats = (FloatValues) inputs;
        return floats(floats.array(), floats.offset(), floats.size(), floats.shape(), owner);
    }

    private static NDArray target(Targets targets, NDManager owner) {
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
