package dev.lungo.optim;

/**
 * A rate that shrinks a little with every step: {@code exponentialDecay(0.1, 1000, 0.96)}.
 *
 * <p>{@code rate * factor^(step / steps)}, Keras' ExponentialDecay.
 *
 * @param first the rate of the first step
 * @param steps after how many steps it has become {@code factor} times as large
 * @param factor what the rate is multiplied with over these steps
 */
public record ExponentialDecay(double first, int steps, double factor) implements Schedule {
    public ExponentialDecay {
        Rates.schedule(written(first, steps, factor), first, steps);
        Rates.factor(written(first, steps, factor), factor);
    }

    @Override
    public double rate(long step) {
        return first * Math.pow(factor, (double) step / steps);
    }

    @Override
    public String toString() {
        return written(first, steps, factor);
    }

    private static String written(double first, int steps, double factor) {
        return "exponentialDecay(" + first + ", " + steps + ", " + factor + ")";
    }
}
