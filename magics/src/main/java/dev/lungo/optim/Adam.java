package dev.lungo.optim;

/**
 * Adam: steps scaled by running means of the gradient and of its square.
 *
 * <p>Keras' formula, which adds epsilon before the bias correction: {@code w -= rate * sqrt(1 -
 * beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)}. Source: Kingma and Ba, Adam: A Method for
 * Stochastic Optimization, 2015, end of section 2.
 *
 * @param learningRate the step size, Keras' default 0.001
 * @param beta1 how much of the gradient's mean is kept, 0.9
 * @param beta2 how much of the squared gradient's mean is kept, 0.999
 * @param epsilon keeps the division safe, 1e-7
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
        implements Optimizer {
    public Adam {
        Rates.learningRate("adam", learningRate, 0.001);
        Rates.share("adam", "beta1", beta1, 0.9);
        Rates.share("adam", "beta2", beta2, 0.999);
    }

    /** Adam with Keras' defaults and this learning rate. */
    public Adam(double learningRate) {
        this(learningRate, 0.9, 0.999, 1e-7);
    }

    @Override
    public String toString() {
        return "adam(" + learningRate + ")";
    }
}
