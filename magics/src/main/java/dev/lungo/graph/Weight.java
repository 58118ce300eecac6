package dev.lungo.graph;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An array of numbers that a model keeps.
 *
 * @param name unique in its graph, for example {@code conv2d_1.kernel}
 * @param sizes outputs first, then inputs, then height and width
 * @param fans how many inputs and outputs it connects
 * @param initializer how the first values are made
 * @param trainable whether training moves it; a layer may still update one that is not
 * @param penalty what its size adds to the loss
 */
public record Weight(
        String name,
        List<Integer> sizes,
        Fans fans,
        Initializer initializer,
        boolean trainable,
        Penalty penalty) {
    public Weight {
        sizes = List.copyOf(sizes);
    }

    /** The number of values. */
    public int elements() {
        return sizes.stream().reduce(1, Math::multiplyExact);
    }

    /** First values for this weight. */
    public float[] first(RandomGenerator random) {
        return initializer.values(this, random);
    }
}
