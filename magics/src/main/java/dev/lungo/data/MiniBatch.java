package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Tensors;
import java.util.stream.IntStream;

/**
 * Some examples to make one step with.
 *
 * @param examples the examples as they are stored
 */
public record MiniBatch(Dataset examples) {
    /** The number of examples. */
    public int size() {
        return examples.size();
    }

    /** The inputs as a model sees them: pixels as 0..1, or as {@code normalize} makes them. */
    public Tensor x() {
        return x(0);
    }

    /** One of several inputs, counted from 0. */
    public Tensor x(int input) {
        Values inputs = examples.inputs().each().get(input);
        Transform transform = examples.transforms().get(input);
        float[] seen = new float[inputs.length()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = transform.apply(stored(inputs, inputs.offset() + i));
        }
        return tensor(seen, inputs.shape());
    }

    /** The targets: one class number for each example, or its numbers. */
    public Tensor y() {
        return y(0);
    }

    /** The targets of one of several outputs, counted from 0. */
    public Tensor y(int output) {
        Targets targets = examples.targets().each().get(output);
        if (targets instanceof Numbers numbers) {
            float[] all = new float[size() * numbers.width()];
            System.arraycopy(numbers.array(), numbers.offset(), all, 0, all.length);
            return tensor(all, numbers.shape());
        } else if (targets instanceof Labels labels) {
            float[] all = new float[size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = labels.label(i);
            }
            return tensor(all, Shape.of());
        }
        throw LungoException.badInput(
                "batch.y() gives the targets.",
                "a batch of examples without targets",
                "examples and what the model should say of each",
                "use data(x, y).");
    }

    private static float stored(Values inputs, int at) {
        return inputs instanceof ByteValues bytes
                ? Byte.toUnsignedInt(bytes.array()[at])
                : ((FloatValues) inputs).array()[at];
    }

    private Tensor tensor(float[] values, Shape each) {
        int[] sizes =
                IntStream.concat(
                                IntStream.of(size()),
                                each.sizes().stream().mapToInt(Integer::intValue))
                        .toArray();
        return Tensors.tensor(values).reshape(sizes);
    }

    @Override
    public String toString() {
        return "batch of " + examples;
    }
}
