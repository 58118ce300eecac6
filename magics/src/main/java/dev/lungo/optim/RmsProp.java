package dev.lungo.optim;

/**
 * RMSprop: steps divided by a running root mean square of the gradient.
 *
 * <p>Keras' formula, with epsilon inside the root: {@code v = rho * v + (1 - rho) * g^2; w -= rate
 * * g / sqrt(v + epsilon)}. PyTorch adds epsilon outside and keeps 0.99, which makes other steps.
 * Source: Hinton, Neural Networks for Machine Learning, lecture 6e.
 *
 * @param learningRate the step size, Keras' default 0.001
 * @param rho how much of the mean is kept, 0.9
 * @param epsilon keeps the division safe, 1e-7
 */
public record RmsProp(double learningRate, double rho, double epsilon) implements Optimizer {
    public RmsProp {
        Rates.learningRate("rmsprop", learningRate, 0.001);
        Rates.share("rmsprop", "rho", rho, 0.9);
    }

    /** Keras' defaults with this learning rate. */
    public RmsProp(double learningRate) {
        this(learningRate, 0.9, 1e-7);
    }

    /** A copy that keeps this share of the mean. */
    public RmsProp rho(double rho) {
        return new RmsProp(learningRate, rho, epsilon);
    }

    @Override
    public String toString() {
        return "rmsprop(" + learningRate + ")" + (rho == 0.9 ? "" : ".rho(" + rho + ")");
    }
}
