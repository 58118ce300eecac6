package dev.lungo.graph;

import java.util.List;

/**
 * A trainable array of a model.
 *
 * @param name unique in its graph, for example {@code conv2d_1.kernel}
 * @param sizes outputs first, then inputs, then height and width
 * @param initializer how the first values are made
 */
public record Weight(String name, List<Integer> sizes, Initializer initializer) {
    public Weight {
        sizes = List.copyOf(sizes);
    }

    /** The number of values. */
    public int elements() {
        return sizes.stream().reduce(1, Math::multiplyExact);
    }
}
