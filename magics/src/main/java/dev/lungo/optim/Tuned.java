package dev.lungo.optim;

/**
 * What can be written after every optimizer: {@code adam().clipNorm(1.0).weightDecay(0.01)}.
 *
 * @param <O> the optimizer itself
 */
public interface Tuned<O> {
    /** What it has now. */
    Tuning tuning();

    /** A copy with this in place of what it has now. */
    O tuned(Tuning tuning);

    /**
     * A copy that shrinks every weight: {@code w -= rate * decay * w} before each step.
     *
     * <p>That is Keras' form and AdamW's. After {@link #pytorch} the other optimizers do as PyTorch
     * does: {@code decay * w} is added to the gradient.
     */
    default O weightDecay(double decay) {
        return tuned(tuning().weightDecay(decay));
    }

    /**
     * A copy that cuts each number of a gradient to {@code -limit} to {@code limit}; as all
     * clipping, in place of the one before.
     */
    default O clipValue(double limit) {
        return tuned(tuning().clipping(Clipping.Kind.VALUE, limit));
    }

    /** A copy that shortens each weight's gradient to this Euclidean length, if it is longer. */
    default O clipNorm(double limit) {
        return tuned(tuning().clipping(Clipping.Kind.NORM, limit));
    }

    /**
     * A copy that shortens all gradients by one factor, so that together they have at most this
     * Euclidean length: PyTorch's {@code clip_grad_norm_}.
     */
    default O globalClipNorm(double limit) {
        return tuned(tuning().clipping(Clipping.Kind.GLOBAL_NORM, limit));
    }

    /**
     * A copy with PyTorch's arithmetic and its defaults, the learning rate excepted.
     *
     * <p>Write it first: {@code rmsprop(0.01).pytorch().rho(0.9)}.
     */
    O pytorch();
}
