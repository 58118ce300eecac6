package dev.lungo.optim;

/**
 * Adadelta: steps as large as the weights' own changes of late.
 *
 * <p>{@code a = rho * a + (1 - rho) * g^2; d = sqrt(s + epsilon) / sqrt(a + epsilon) * g; s = rho *
 * s + (1 - rho) * d^2; w -= rate * d}. It was made for a rate of 1, PyTorch's default; Keras' is
 * 0.001. Source: Zeiler, ADADELTA: An Adaptive Learning Rate Method, 2012.
 *
 * @param tuning learning rate, weight decay, clipping
 * @param rho how much of the means is kept: 0.95, PyTorch's 0.9
 * @param epsilon what the first changes come from: 1e-7, PyTorch's 1e-6
 */
public record AdaDelta(Tuning tuning, double rho, double epsilon)
        implements Optimizer, Tuned<AdaDelta> {
    public AdaDelta {
        Rates.share("adadelta", "rho", rho, 0.95);
        Rates.epsilon("adadelta", epsilon);
    }

    /** Keras' defaults with this learning rate, its own default being 0.001. */
    public AdaDelta(double learningRate) {
        this(new ConstantRate(Rates.learningRate("adadelta", learningRate, 0.001)));
    }

    /** Keras' defaults with a rate for each step. */
    public AdaDelta(Schedule rate) {
        this(Tuning.of(rate), 0.95, 1e-7);
    }

    /** A copy that keeps this share of its means. */
    public AdaDelta rho(double rho) {
        return new AdaDelta(tuning, rho, epsilon);
    }

    /** A copy with this epsilon. */
    public AdaDelta epsilon(double epsilon) {
        return new AdaDelta(tuning, rho, epsilon);
    }

    @Override
    public AdaDelta pytorch() {
        return new AdaDelta(tuning.pytorch(), 0.9, 1e-6);
    }

    @Override
    public AdaDelta tuned(Tuning tuning) {
        return new AdaDelta(tuning, rho, epsilon);
    }

    @Override
    public String toString() {
        boolean pytorch = tuning.isPyTorch();
        return tuning.written("adadelta")
                + (rho == (pytorch ? 0.9 : 0.95) ? "" : ".rho(" + rho + ")")
                + (epsilon == (pytorch ? 1e-6 : 1e-7) ? "" : ".epsilon(" + epsilon + ")");
    }
}
