package dev.lungo.layer;

import java.util.Optional;

/**
 * A layer with weights: it can be named and frozen wherever in its line, {@code
 * dense(64).named("hidden").relu()}.
 *
 * @param <L> the layer itself
 */
public interface WithWeights<L extends Layer> extends Layer {
    /** What it was told. */
    LayerOptions options();

    /** A copy that was told this. */
    L with(LayerOptions options);

    /**
     * A copy as PyTorch has it, in its first weights and its defaults; Keras' are ours.
     *
     * <p>{@code input(784).pytorch()} makes all layers of a model so. Source: PyTorch 2.7, the
     * constructor and {@code reset_parameters} of each module of torch.nn.
     */
    default L pytorch() {
        return with(options().asInPyTorch());
    }

    @Override
    default Optional<String> name() {
        return options().name();
    }

    @Override
    default boolean isFrozen() {
        return options().frozen();
    }

    @Override
    default L named(String name) {
        return with(options().name(Arguments.name(name)));
    }

    @Override
    default L frozen() {
        return with(options().freeze());
    }
}
