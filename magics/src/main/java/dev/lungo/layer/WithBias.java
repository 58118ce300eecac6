package dev.lungo.layer;

import dev.lungo.graph.Initializer;

/**
 * A layer with a kernel and a bias: {@code dense(64).noBias()}.
 *
 * @param <L> the layer itself
 */
public interface WithBias<L extends Layer> extends WithKernel<L> {
    /** A copy that adds nothing to its weighted sums. */
    default L noBias() {
        return with(options().noBias());
    }

    /** A copy whose bias begins with these values, for example {@code constant(0.1)}. */
    default L biasInitializer(Initializer initializer) {
        return with(options().bias(initializer));
    }
}
