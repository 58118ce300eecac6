package dev.lungo.layer;

import dev.lungo.graph.Activation;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Penalty;
import java.util.Optional;

/**
 * A layer with weights, and what it can be told about them: {@code dense(64).l2(0.01).relu()}.
 *
 * @param <L> the layer itself
 */
public interface Weighted<L extends Layer> extends Layer, Activated<L> {
    /** What it was told. */
    LayerOptions options();

    /** A copy that was told this. */
    L with(LayerOptions options);

    @Override
    default L activation(Activation function) {
        return with(options().function(function));
    }

    @Override
    default Optional<String> name() {
        return options().name();
    }

    @Override
    default boolean isFrozen() {
        return options().frozen();
    }

    /** A copy with a name of its own, by which tables and weights know it. */
    @Override
    default L named(String name) {
        return with(options().name(Arguments.name(name)));
    }

    /** A copy whose weights training leaves alone. */
    @Override
    default L frozen() {
        return with(options().freeze());
    }

    /** A copy that adds nothing to its weighted sums. */
    default L noBias() {
        return with(options().noBias());
    }

    /** A copy whose kernel begins with these values, for example {@code heNormal()}. */
    default L kernelInitializer(Initializer initializer) {
        return with(options().kernel(initializer));
    }

    /** A copy whose bias begins with these values, for example {@code constant(0.1)}. */
    default L biasInitializer(Initializer initializer) {
        return with(options().bias(initializer));
    }

    /**
     * A copy whose weights begin as in PyTorch; Keras' way is the default.
     *
     * <p>For dense and convolution layers kernel and bias are uniform within {@code 1 /
     * sqrt(inputs)}. Source: PyTorch 2.7, {@code torch.nn.Linear.reset_parameters}.
     */
    default L torchWeights() {
        return with(options().asInTorch());
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
