package dev.lungo.layer;

import dev.lungo.graph.Weight;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Tensors;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What a lambda is tried on that has to see values: some examples, and weights as they begin. */
final class Trial {
    /** How many examples. */
    static final int EXAMPLES = 2;

    private static final long SEED = 1;

    private Trial() {}

    /** Examples of this shape, drawn from the normal distribution. */
    static Tensor examples(Shape shape) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[] values = new float[EXAMPLES * shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        int[] sizes =
                IntStream.concat(
                                IntStream.of(EXAMPLES),
                                shape.sizes().stream().mapToInt(Integer::intValue))
                        .toArray();
        return Tensors.tensor(values).reshape(sizes);
    }

    static Tensor weight(Weight weight) {
        Tensor values = Tensors.tensor(weight.first(new SplittableRandom(SEED)));
        int[] sizes = weight.sizes().stream().mapToInt(Integer::intValue).toArray();
        return Tensors.variable(values.reshape(sizes));
    }
}
