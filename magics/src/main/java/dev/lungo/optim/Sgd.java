package dev.lungo.optim;

/**
 * Stochastic gradient descent: {@code sgd(0.01).momentum(0.9)}.
 *
 * <p>Without momentum {@code w -= rate * g}. With it {@code v = momentum * v - rate * g; w += v},
 * and with Nesterov's {@code w += momentum * v - rate * g}. Keras' form: the rate is inside the
 * velocity, so that a changed rate acts on new gradients only. Source: Sutskever and others, On the
 * importance of initialization and momentum in deep learning, 2013.
 *
 * @param learningRate the step size, Keras' default 0.01
 * @param momentum how much of the velocity is kept, 0 for none
 * @param nesterov whether the gradient is taken as if one step ahead
 */
public record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {
    public Sgd {
        Rates.learningRate("sgd", learningRate, 0.01);
        Rates.share("sgd", "momentum", momentum, 0.9);
    }

    /** Plain descent with this learning rate. */
    public Sgd(double learningRate) {
        this(learningRate, 0, false);
    }

    /** A copy that keeps this share of its velocity, usually 0.9. */
    public Sgd momentum(double momentum) {
        return new Sgd(learningRate, momentum, nesterov);
    }

    /** A copy with Nesterov's momentum; set {@link #momentum(double)} too. */
    public Sgd withNesterov() {
        return new Sgd(learningRate, momentum, true);
    }

    @Override
    public String toString() {
        return "sgd("
                + learningRate
                + ")"
                + (momentum > 0 ? ".momentum(" + momentum + ")" : "")
                + (nesterov ? ".withNesterov()" : "");
    }
}
