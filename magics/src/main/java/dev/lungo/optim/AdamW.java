package dev.lungo.optim;

/**
 * Adam that also shrinks the weights: {@code adamW(2e-4).weightDecay(0.01)}.
 *
 * <p>Before each step {@code w -= rate * weightDecay * w}, then {@link Adam}'s step, in Keras and
 * in PyTorch; with {@link #pytorch} the decay is PyTorch's 0.01 in place of Keras' 0.004. Source:
 * Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019.
 *
 * @param adam the steps, and how much each weight shrinks
 */
public record AdamW(Adam adam) implements Optimizer, Tuned<AdamW> {
    /** Keras' defaults with this learning rate. */
    public AdamW(double learningRate) {
        this(new ConstantRate(Rates.learningRate("adamW", learningRate, 0.001)));
    }

    /** Keras' defaults with a rate for each step. */
    public AdamW(Schedule rate) {
        this(new Adam(rate).weightDecay(0.004));
    }

    /** A copy that keeps this share of the gradient's mean. */
    public AdamW beta1(double beta1) {
        return new AdamW(adam.beta1(beta1));
    }

    /** A copy that keeps this share of the squared gradient's mean. */
    public AdamW beta2(double beta2) {
        return new AdamW(adam.beta2(beta2));
    }

    /** A copy with this epsilon. */
    public AdamW epsilon(double epsilon) {
        return new AdamW(adam.epsilon(epsilon));
    }

    /** A copy that divides by the largest mean of squares seen so far. */
    public AdamW amsgrad() {
        return new AdamW(adam.amsgrad());
    }

    @Override
    public AdamW pytorch() {
        return new AdamW(adam.pytorch().weightDecay(0.01));
    }

    @Override
    public Tuning tuning() {
        return adam.tuning();
    }

    @Override
    public AdamW tuned(Tuning tuning) {
        return new AdamW(adam.tuned(tuning));
    }

    @Override
    public String toString() {
        return tuning().written("adamW") + adam.settings();
    }
}
