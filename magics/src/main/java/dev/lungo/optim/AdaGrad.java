package dev.lungo.optim;

/**
 * Adagrad: steps that shrink where gradients have been large.
 *
 * <p>Keras' formula: {@code a += g^2; w -= rate * g / sqrt(a + epsilon)}, where {@code a} begins at
 * 0.1. Source: Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and
 * Stochastic Optimization, 2011.
 *
 * @param learningRate the step size, Keras' default 0.001
 * @param initialAccumulator where the sum of squares begins, 0.1
 * @param epsilon keeps the division safe, 1e-7
 */
public record AdaGrad(double learningRate, double initialAccumulator, double epsilon)
        implements Optimizer {
    public AdaGrad {
        Rates.learningRate("adagrad", learningRate, 0.001);
    }

    /** Keras' defaults with this learning rate. */
    public AdaGrad(double learningRate) {
        this(learningRate, 0.1, 1e-7);
    }

    @Override
    public String toString() {
        return "adagrad(" + learningRate + ")";
    }
}
