package dev.lungo.optim;

/**
 * RMSprop: steps divided by a running root mean square of the gradient.
 *
 * <p>Keras' formula, with epsilon inside the root: {@code v = rho * v + (1 - rho) * g^2; w -= rate
 * * g / sqrt(v + epsilon)}. {@link #pytorch} adds it outside and keeps 0.99, which makes other
 * steps: {@code w -= rate * g / (sqrt(v) + epsilon)}. Source: Hinton, Neural Networks for Machine
 * Learning, lecture 6e.
 *
 * @param tuning learning rate, weight decay, clipping
 * @param rho how much of the mean is kept: 0.9, PyTorch's 0.99
 * @param momentum how much of the last step is kept, 0 for none
 * @param epsilon keeps the division safe: 1e-7, PyTorch's 1e-8
 * @param aroundMean whether the gradient's mean is taken away, as {@link #centered} does
 */
public record RmsProp(
        Tuning tuning, double rho, double momentum, double epsilon, boolean aroundMean)
        implements Optimizer, Tuned<RmsProp> {
    public RmsProp {
        Rates.share("rmsprop", "rho", rho, 0.9);
        Rates.share("rmsprop", "momentum", momentum, 0.9);
        Rates.epsilon("rmsprop", epsilon);
    }

    /** Keras' defaults with this learning rate, its own default being 0.001. */
    public RmsProp(double learningRate) {
        this(new ConstantRate(Rates.learningRate("rmsprop", learningRate, 0.001)));
    }

    /** Keras' defaults with a rate for each step. */
    public RmsProp(Schedule rate) {
        this(Tuning.of(rate), 0.9, 0, 1e-7, false);
    }

    /** A copy that keeps this share of the mean. */
    public RmsProp rho(double rho) {
        return new RmsProp(tuning, rho, momentum, epsilon, aroundMean);
    }

    /** A copy that keeps this share of its last step. */
    public RmsProp momentum(double momentum) {
        return new RmsProp(tuning, rho, momentum, epsilon, aroundMean);
    }

    /** A copy with this epsilon. */
    public RmsProp epsilon(double epsilon) {
        return new RmsProp(tuning, rho, momentum, epsilon, aroundMean);
    }

    /** A copy that divides by the deviation around the gradient's mean; needs more memory. */
    public RmsProp centered() {
        return new RmsProp(tuning, rho, momentum, epsilon, true);
    }

    @Override
    public RmsProp pytorch() {
        return new RmsProp(tuning.pytorch(), 0.99, momentum, 1e-8, aroundMean);
    }

    @Override
    public RmsProp tuned(Tuning tuning) {
        return new RmsProp(tuning, rho, momentum, epsilon, aroundMean);
    }

    @Override
    public String toString() {
        boolean pytorch = tuning.isPyTorch();
        return tuning.written("rmsprop")
                + (rho == (pytorch ? 0.99 : 0.9) ? "" : ".rho(" + rho + ")")
                + (momentum == 0 ? "" : ".momentum(" + momentum + ")")
                + (epsilon == (pytorch ? 1e-8 : 1e-7) ? "" : ".epsilon(" + epsilon + ")")
                + (aroundMean ? ".centered()" : "");
    }
}
