package dev.lungo.optim;

import dev.lungo.LungoException;

/**
 * Adagrad: steps that shrink where gradients have been large.
 *
 * <p>Keras' formula: {@code a += g^2; w -= rate * g / sqrt(a + epsilon)}, where {@code a} begins at
 * 0.1. {@link #pytorch} begins at 0 and adds epsilon outside the root. Source: Duchi, Hazan and
 * Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, 2011.
 *
 * @param tuning learning rate, weight decay, clipping
 * @param initialAccumulator where the sum of squares begins: 0.1, PyTorch's 0
 * @param epsilon keeps the division safe: 1e-7, PyTorch's 1e-10
 */
public record AdaGrad(Tuning tuning, double initialAccumulator, double epsilon)
        implements Optimizer, Tuned<AdaGrad> {
    public AdaGrad {
        Rates.epsilon("adagrad", epsilon);
        if (!(initialAccumulator >= 0)) {
            throw LungoException.badInput(
                    "adagrad cannot begin with this sum of squares.",
                    "initialAccumulator " + initialAccumulator,
                    "0 or more",
                    "Keras' default is 0.1.");
        }
    }

    /** Keras' defaults with this learning rate, its own default being 0.001. */
    public AdaGrad(double learningRate) {
        this(new ConstantRate(Rates.learningRate("adagrad", learningRate, 0.001)));
    }

    /** Keras' defaults with a rate for each step. */
    public AdaGrad(Schedule rate) {
        this(Tuning.of(rate), 0.1, 1e-7);
    }

    /** A copy whose sums of squares begin here. */
    public AdaGrad initialAccumulator(double start) {
        return new AdaGrad(tuning, start, epsilon);
    }

    /** A copy with this epsilon. */
    public AdaGrad epsilon(double epsilon) {
        return new AdaGrad(tuning, initialAccumulator, epsilon);
    }

    @Override
    public AdaGrad pytorch() {
        return new AdaGrad(tuning.pytorch(), 0, 1e-10);
    }

    @Override
    public AdaGrad tuned(Tuning tuning) {
        return new AdaGrad(tuning, initialAccumulator, epsilon);
    }

    @Override
    public String toString() {
        boolean pytorch = tuning.isPyTorch();
        return tuning.written("adagrad")
                + (initialAccumulator == (pytorch ? 0 : 0.1)
                        ? ""
                        : ".initialAccumulator(" + initialAccumulator + ")")
                + (epsilon == (pytorch ? 1e-10 : 1e-7) ? "" : ".epsilon(" + epsilon + ")");
    }
}
