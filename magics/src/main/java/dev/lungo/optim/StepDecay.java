package dev.lungo.optim;

/**
 * A rate that drops at once every {@code every} steps: {@code stepDecay(0.1, 1000, 0.5)}.
 *
 * <p>{@code rate * factor^floor(step / every)}: PyTorch's StepLR counted in batches, Keras'
 * ExponentialDecay with {@code staircase=True}.
 *
 * @param first the rate of the first step
 * @param every how many steps keep the same rate
 * @param factor what the rate is multiplied with then
 */
public record StepDecay(double first, int every, double factor) implements Schedule {
    public StepDecay {
        Rates.schedule(written(first, every, factor), first, every);
        Rates.factor(written(first, every, factor), factor);
    }

    @Override
    public double rate(long step) {
        long drops = step / every;
        return first * Math.pow(factor, drops);
    }

    @Override
    public String toString() {
        return written(first, every, factor);
    }

    private static String written(double first, int every, double factor) {
        return "stepDecay(" + first + ", " + every + ", " + factor + ")";
    }
}
