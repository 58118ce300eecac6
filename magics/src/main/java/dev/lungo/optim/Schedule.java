package dev.lungo.optim;

import dev.lungo.LungoException;

/**
 * A learning rate that changes from step to step: {@code adam(cosine(0.001, 2000).warmUp(100))}.
 *
 * <p>A step is one batch. Steps are counted from 0 over all fits since {@code compile}, as Keras
 * counts an optimizer's iterations. Each step has its own rate, however many the engine takes in
 * one call.
 */
@FunctionalInterface
public interface Schedule {
    /** The learning rate of step number {@code step}, counted from 0. */
    double rate(long step);

    /**
     * A copy that begins small: over this many steps the rate rises in a straight line from 0 to
     * what it begins with, then follows it.
     */
    default Schedule warmUp(int steps) {
        if (steps < 1) {
            throw LungoException.badInput(
                    "A warm-up needs some steps.",
                    "warmUp(" + steps + ")",
                    "1 or more",
                    "for example warmUp(100); leave it out to begin at the full rate.");
        }
        return new WarmUp(steps, this);
    }
}
