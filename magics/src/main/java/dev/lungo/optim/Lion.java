package dev.lungo.optim;

/**
 * Lion: steps of one size, in the direction of the gradient's running mean.
 *
 * <p>{@code w -= rate * sign(beta1 * m + (1 - beta1) * g); m = beta2 * m + (1 - beta2) * g}. Good
 * rates are three to ten times smaller than Adam's. PyTorch has none, so {@link #pytorch} changes
 * only weight decay and clipping. Source: Chen and others, Symbolic Discovery of Optimization
 * Algorithms, 2023.
 *
 * @param tuning learning rate, weight decay, clipping
 * @param beta1 how much of the mean decides the direction, 0.9
 * @param beta2 how much of the mean is kept, 0.99
 */
public record Lion(Tuning tuning, double beta1, double beta2) implements Optimizer, Tuned<Lion> {
    public Lion {
        Rates.share("lion", "beta1", beta1, 0.9);
        Rates.share("lion", "beta2", beta2, 0.99);
    }

    /** Keras' defaults with this learning rate, its own default being 0.001. */
    public Lion(double learningRate) {
        this(new ConstantRate(Rates.learningRate("lion", learningRate, 0.001)));
    }

    /** Keras' defaults with a rate for each step. */
    public Lion(Schedule rate) {
        this(Tuning.of(rate), 0.9, 0.99);
    }

    /** A copy in which the mean decides this share of the direction. */
    public Lion beta1(double beta1) {
        return new Lion(tuning, beta1, beta2);
    }

    /** A copy that keeps this share of the mean. */
    public Lion beta2(double beta2) {
        return new Lion(tuning, beta1, beta2);
    }

    @Override
    public Lion pytorch() {
        return new Lion(tuning.pytorch(), beta1, beta2);
    }

    @Override
    public Lion tuned(Tuning tuning) {
        return new Lion(tuning, beta1, beta2);
    }

    @Override
    public String toString() {
        return tuning.written("lion")
                + (beta1 == 0.9 ? "" : ".beta1(" + beta1 + ")")
                + (beta2 == 0.99 ? "" : ".beta2(" + beta2 + ")");
    }
}
