package dev.lungo.optim;

/**
 * A straight rise from 0, then another schedule: {@code cosine(0.001, 2000).warmUp(100)}.
 *
 * <p>Keras' CosineDecay with {@code initial_learning_rate=0} and {@code warmup_steps}; the schedule
 * after it counts from the end of the warm-up.
 *
 * @param steps how long the rise takes
 * @param then what follows
 */
public record WarmUp(int steps, Schedule then) implements Schedule {
    @Override
    public double rate(long step) {
        return step < steps ? then.rate(0) * step / steps : then.rate(step - steps);
    }

    @Override
    public String toString() {
        String first = then instanceof ConstantRate ? "constantRate(" + then + ")" : "" + then;
        return first + ".warmUp(" + steps + ")";
    }
}
