package dev.lungo.optim;

/**
 * Adam that looks one step ahead, as Nesterov's momentum does.
 *
 * <p>With {@code u_t = beta1 * (1 - 0.5 * 0.96^(t * momentumDecay))} and the product of all so far:
 * {@code w -= rate * (u_next * m / (1 - product * u_next) + (1 - u_t) * g / (1 - product)) /
 * (sqrt(v / (1 - beta2^t)) + epsilon)}. Keras' momentumDecay is 1, {@link #pytorch PyTorch's}
 * 0.004. Source: Dozat, Incorporating Nesterov Momentum into Adam, 2016.
 *
 * @param tuning learning rate, weight decay, clipping
 * @param beta1 how much of the gradient's mean is kept, 0.9
 * @param beta2 how much of the squared gradient's mean is kept, 0.999
 * @param epsilon keeps the division safe: 1e-7, PyTorch's 1e-8
 */
public record Nadam(Tuning tuning, double beta1, double beta2, double epsilon)
        implements Optimizer, Tuned<Nadam> {
    public Nadam {
        Rates.share("nadam", "beta1", beta1, 0.9);
        Rates.share("nadam", "beta2", beta2, 0.999);
        Rates.epsilon("nadam", epsilon);
    }

    /** Keras' defaults with this learning rate, its own default being 0.001. */
    public Nadam(double learningRate) {
        this(new ConstantRate(Rates.learningRate("nadam", learningRate, 0.001)));
    }

    /** Keras' defaults with a rate for each step. */
    public Nadam(Schedule rate) {
        this(Tuning.of(rate), 0.9, 0.999, 1e-7);
    }

    /** A copy that keeps this share of the gradient's mean. */
    public Nadam beta1(double beta1) {
        return new Nadam(tuning, beta1, beta2, epsilon);
    }

    /** A copy that keeps this share of the squared gradient's mean. */
    public Nadam beta2(double beta2) {
        return new Nadam(tuning, beta1, beta2, epsilon);
    }

    /** A copy with this epsilon. */
    public Nadam epsilon(double epsilon) {
        return new Nadam(tuning, beta1, beta2, epsilon);
    }

    /** How fast the momentum grows to its full size. */
    public double momentumDecay() {
        return tuning.isPyTorch() ? 0.004 : 1;
    }

    @Override
    public Nadam pytorch() {
        return new Nadam(tuning.pytorch(), 0.9, 0.999, 1e-8);
    }

    @Override
    public Nadam tuned(Tuning tuning) {
        return new Nadam(tuning, beta1, beta2, epsilon);
    }

    @Override
    public String toString() {
        return tuning.written("nadam") + new Adam(tuning, beta1, beta2, epsilon, false).settings();
    }
}
