package dev.lungo.optim;

import dev.lungo.LungoException;

/**
 * What every optimizer has.
 *
 * @param rate the learning rate of each step
 * @param weightDecay how much weights shrink, 0 for not at all
 * @param clipping how gradients are cut before they are used
 * @param formula whose arithmetic is followed
 */
public record Tuning(Schedule rate, double weightDecay, Clipping clipping, Formula formula) {
    public Tuning {
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw LungoException.badInput(
                    "An optimizer cannot use this weight decay.",
                    "weightDecay(" + weightDecay + ")",
                    "0 or more",
                    "Keras' adamW uses 0.004, PyTorch's 0.01.");
        }
    }

    /** This rate, and nothing else. */
    static Tuning of(Schedule rate) {
        return new Tuning(rate, 0, Clipping.OFF, Formula.KERAS);
    }

    /** Whether PyTorch's arithmetic is followed. */
    public boolean isPyTorch() {
        return formula == Formula.PYTORCH;
    }

    Tuning weightDecay(double decay) {
        return new Tuning(rate, decay, clipping, formula);
    }

    Tuning clipping(Clipping.Kind kind, double limit) {
        return new Tuning(rate, weightDecay, new Clipping(kind, limit), formula);
    }

    Tuning pytorch() {
        return new Tuning(rate, weightDecay, clipping, Formula.PYTORCH);
    }

    /** As it is written after {@code name}, for example {@code sgd(0.01).clipNorm(1.0)}. */
    String written(String name) {
        return name
                + "("
                + rate
                + ")"
                + (isPyTorch() ? ".pytorch()" : "")
                + (weightDecay > 0 ? ".weightDecay(" + weightDecay + ")" : "")
                + clipping;
    }
}
