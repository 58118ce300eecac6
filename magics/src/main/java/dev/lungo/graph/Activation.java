package dev.lungo.graph;

/** The functions a layer can end with. */
public enum Activation {
    /** {@code max(0, x)}. */
    RELU,
    /** {@code 1 / (1 + exp(-x))}: a probability for each value by itself. */
    SIGMOID,
    /** The hyperbolic tangent, from -1 to 1. */
    TANH,
    /** {@code exp(x) / sum(exp(x))} over the row: probabilities that add up to 1. */
    SOFTMAX;

    /** The name as users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
