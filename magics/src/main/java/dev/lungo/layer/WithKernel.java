package dev.lungo.layer;

import dev.lungo.graph.Initializer;
import dev.lungo.graph.Penalty;

/**
 * A layer with a kernel, and what it can be told about it: {@code embedding(1000, 16).l2(0.01)}.
 *
 * @param <L> the layer itself
 */
public interface WithKernel<L extends Layer> extends WithWeights<L> {
    /** A copy whose kernel begins with these values, for example {@code heNormal()}. */
    default L kernelInitializer(Initializer initializer) {
        return with(options().kernel(initializer));
    }

    /** A copy whose kernel adds {@code factor * sum(abs(kernel))} to the loss, as in Keras. */
    default L l1(double factor) {
        Arguments.notNegative("l1", factor);
        return with(options().penalty(new Penalty(factor, options().penalty().l2())));
    }

    /** A copy whose kernel adds {@code factor * sum(kernel * kernel)} to the loss, as in Keras. */
    default L l2(double factor) {
        Arguments.notNegative("l2", factor);
        return with(options().penalty(new Penalty(options().penalty().l1(), factor)));
    }
}
