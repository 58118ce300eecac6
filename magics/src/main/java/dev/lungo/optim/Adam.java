package dev.lungo.optim;

/**
 * Adam: steps scaled by running means of the gradient and of its square.
 *
 * <p>Keras' formula, which adds epsilon before the bias correction: {@code w -= rate * sqrt(1 -
 * beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)}. {@link #pytorch} adds it after: {@code w -=
 * rate / (1 - beta1^t) * m / (sqrt(v / (1 - beta2^t)) + epsilon)}. Source: Kingma and Ba, Adam: A
 * Method for Stochastic Optimization, 2015, end of section 2.
 *
 * @param tuning learning rate, weight decay, clipping
 * @param beta1 how much of the gradient's mean is kept, 0.9
 * @param beta2 how much of the squared gradient's mean is kept, 0.999
 * @param epsilon keeps the division safe: 1e-7, PyTorch's 1e-8
 * @param largest whether steps are divided by the largest mean so far, as {@link #amsgrad} does
 */
public record Adam(Tuning tuning, double beta1, double beta2, double epsilon, boolean largest)
        implements Optimizer, Tuned<Adam> {
    public Adam {
        Rates.share("adam", "beta1", beta1, 0.9);
        Rates.share("adam", "beta2", beta2, 0.999);
        Rates.epsilon("adam", epsilon);
    }

    /** Adam with Keras' defaults and this learning rate, its own default being 0.001. */
    public Adam(double learningRate) {
        this(new ConstantRate(Rates.learningRate("adam", learningRate, 0.001)));
    }

    /** Adam with Keras' defaults and a rate for each step. */
    public Adam(Schedule rate) {
        this(Tuning.of(rate), 0.9, 0.999, 1e-7, false);
    }

    /** A copy that keeps this share of the gradient's mean. */
    public Adam beta1(double beta1) {
        return new Adam(tuning, beta1, beta2, epsilon, largest);
    }

    /** A copy that keeps this share of the squared gradient's mean. */
    public Adam beta2(double beta2) {
        return new Adam(tuning, beta1, beta2, epsilon, largest);
    }

    /** A copy with this epsilon. */
    public Adam epsilon(double epsilon) {
        return new Adam(tuning, beta1, beta2, epsilon, largest);
    }

    /**
     * A copy that divides by the largest mean of squares seen so far, so that steps never grow.
     *
     * <p>Source: Reddi, Kale and Kumar, On the Convergence of Adam and Beyond, 2018.
     */
    public Adam amsgrad() {
        return new Adam(tuning, beta1, beta2, epsilon, true);
    }

    @Override
    public Adam pytorch() {
        return new Adam(tuning.pytorch(), 0.9, 0.999, 1e-8, largest);
    }

    @Override
    public Adam tuned(Tuning tuning) {
        return new Adam(tuning, beta1, beta2, epsilon, largest);
    }

    @Override
    public String toString() {
        return tuning.written("adam") + settings();
    }

    String settings() {
        double usual = tuning.isPyTorch() ? 1e-8 : 1e-7;
        return (beta1 == 0.9 ? "" : ".beta1(" + beta1 + ")")
                + (beta2 == 0.999 ? "" : ".beta2(" + beta2 + ")")
                + (epsilon == usual ? "" : ".epsilon(" + epsilon + ")")
                + (largest ? ".amsgrad()" : "");
    }
}
