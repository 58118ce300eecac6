package dev.lungo.optim;

/**
 * Adam whose steps are divided by the largest gradient of late.
 *
 * <p>{@code u = max(beta2 * u, abs(g)); w -= rate / (1 - beta1^t) * m / (u + epsilon)}; {@link
 * #pytorch} adds epsilon inside the maximum. Source: Kingma and Ba, Adam: A Method for Stochastic
 * Optimization, 2015, section 7.1.
 *
 * @param tuning learning rate, weight decay, clipping
 * @param beta1 how much of the gradient's mean is kept, 0.9
 * @param beta2 how much of the largest gradient is kept, 0.999
 * @param epsilon keeps the division safe: 1e-7, PyTorch's 1e-8
 */
public record Adamax(Tuning tuning, double beta1, double beta2, double epsilon)
        implements Optimizer, Tuned<Adamax> {
    public Adamax {
        Rates.share("adamax", "beta1", beta1, 0.9);
        Rates.share("adamax", "beta2", beta2, 0.999);
        Rates.epsilon("adamax", epsilon);
    }

    /** Keras' defaults with this learning rate, its own default being 0.001. */
    public Adamax(double learningRate) {
        this(new ConstantRate(Rates.learningRate("adamax", learningRate, 0.001)));
    }

    /** Keras' defaults with a rate for each step. */
    public Adamax(Schedule rate) {
        this(Tuning.of(rate), 0.9, 0.999, 1e-7);
    }

    /** A copy that keeps this share of the gradient's mean. */
    public Adamax beta1(double beta1) {
        return new Adamax(tuning, beta1, beta2, epsilon);
    }

    /** A copy that keeps this share of the largest gradient. */
    public Adamax beta2(double beta2) {
        return new Adamax(tuning, beta1, beta2, epsilon);
    }

    /** A copy with this epsilon. */
    public Adamax epsilon(double epsilon) {
        return new Adamax(tuning, beta1, beta2, epsilon);
    }

    @Override
    public Adamax pytorch() {
        return new Adamax(tuning.pytorch(), 0.9, 0.999, 1e-8);
    }

    @Override
    public Adamax tuned(Tuning tuning) {
        return new Adamax(tuning, beta1, beta2, epsilon);
    }

    @Override
    public String toString() {
        return tuning.written("adamax") + new Adam(tuning, beta1, beta2, epsilon, false).settings();
    }
}
