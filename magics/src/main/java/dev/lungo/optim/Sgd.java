package dev.lungo.optim;

/**
 * Stochastic gradient descent: {@code sgd(0.01).momentum(0.9)}.
 *
 * <p>Without momentum {@code w -= rate * g}. With it {@code v = momentum * v - rate * g; w += v},
 * and with Nesterov's {@code w += momentum * v - rate * g}. Keras' form: the rate is inside the
 * velocity, so that a changed rate acts on new gradients only. {@link #pytorch} has it outside:
 * {@code v = momentum * v + g; w -= rate * v}, the same while the rate is constant. Source:
 * Sutskever and others, On the importance of initialization and momentum in deep learning, 2013.
 *
 * @param tuning learning rate, weight decay, clipping
 * @param momentum how much of the velocity is kept, 0 for none
 * @param ahead whether the gradient is taken as if one step ahead, as {@link #nesterov} does
 */
public record Sgd(Tuning tuning, double momentum, boolean ahead) implements Optimizer, Tuned<Sgd> {
    public Sgd {
        Rates.share("sgd", "momentum", momentum, 0.9);
    }

    /** Plain descent with this learning rate, Keras' default being 0.01. */
    public Sgd(double learningRate) {
        this(new ConstantRate(Rates.learningRate("sgd", learningRate, 0.01)));
    }

    /** Plain descent with a rate for each step. */
    public Sgd(Schedule rate) {
        this(Tuning.of(rate), 0, false);
    }

    /** A copy that keeps this share of its velocity, usually 0.9. */
    public Sgd momentum(double momentum) {
        return new Sgd(tuning, momentum, ahead);
    }

    /** A copy with Nesterov's momentum; set {@link #momentum(double)} too. */
    public Sgd nesterov() {
        return new Sgd(tuning, momentum, true);
    }

    @Override
    public Sgd pytorch() {
        return new Sgd(tuning.pytorch(), momentum, ahead);
    }

    @Override
    public Sgd tuned(Tuning tuning) {
        return new Sgd(tuning, momentum, ahead);
    }

    @Override
    public String toString() {
        return tuning.written("sgd")
                + (momentum > 0 ? ".momentum(" + momentum + ")" : "")
                + (ahead ? ".nesterov()" : "");
    }
}
