package dev.lungo.optim;

import dev.lungo.LungoException;

/**
 * Adam that also shrinks the weights: {@code adamW(2e-4).weightDecay(0.01)}.
 *
 * <p>Before each step {@code w -= rate * weightDecay * w}, then {@link Adam}'s step. Source:
 * Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019.
 *
 * @param adam the steps
 * @param weightDecay how much each weight shrinks, Keras' default 0.004
 */
public record AdamW(Adam adam, double weightDecay) implements Optimizer {
    public AdamW {
        if (!(weightDecay >= 0)) {
            throw LungoException.badInput(
                    "adamW cannot use this weight decay.",
                    "weightDecay " + weightDecay,
                    "0 or more",
                    "Keras' default is 0.004.");
        }
    }

    /** Keras' defaults with this learning rate. */
    public AdamW(double learningRate) {
        this(new Adam(learningRate), 0.004);
    }

    /** A copy with this weight decay. */
    public AdamW weightDecay(double weightDecay) {
        return new AdamW(adam, weightDecay);
    }

    @Override
    public double learningRate() {
        return adam.learningRate();
    }

    @Override
    public String toString() {
        return "adamW(" + learningRate() + ").weightDecay(" + weightDecay + ")";
    }
}
