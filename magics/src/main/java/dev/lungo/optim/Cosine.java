package dev.lungo.optim;

import dev.lungo.LungoException;

/**
 * A rate that falls along half a cosine wave, then stays: {@code cosine(0.001, 2000)}.
 *
 * <p>{@code last + (first - last) * (1 + cos(pi * step / steps)) / 2}: Keras' CosineDecay,
 * PyTorch's CosineAnnealingLR. Source: Loshchilov and Hutter, SGDR: Stochastic Gradient Descent
 * with Warm Restarts, 2017.
 *
 * @param first the rate of the first step
 * @param steps how long it falls
 * @param last the rate from then on
 */
public record Cosine(double first, int steps, double last) implements Schedule {
    public Cosine {
        Rates.schedule("cosine(" + first + ", " + steps + ")", first, steps);
        if (!(last >= 0 && last <= first)) {
            throw LungoException.badInput(
                    "cosine(" + first + ", " + steps + ") cannot fall to this rate.",
                    "downTo(" + last + ")",
                    "0 to " + first,
                    "leave downTo out to fall to 0.");
        }
    }

    /** A copy that falls to this rate in place of 0. */
    public Cosine downTo(double rate) {
        return new Cosine(first, steps, rate);
    }

    @Override
    public double rate(long step) {
        double done = (double) Math.min(step, steps) / steps;
        return last + (first - last) * (1 + Math.cos(Math.PI * done)) / 2;
    }

    @Override
    public String toString() {
        return "cosine(" + first + ", " + steps + ")" + (last > 0 ? ".downTo(" + last + ")" : "");
    }
}
