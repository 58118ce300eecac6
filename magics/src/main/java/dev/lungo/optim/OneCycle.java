package dev.lungo.optim;

/**
 * A rate that rises to its highest and falls far below where it began: {@code oneCycle(0.1, 2000)}.
 *
 * <p>PyTorch's OneCycleLR with its defaults: it begins at a 25th of the highest rate, rises along a
 * cosine over the first 30 % of the steps, and falls to a 10,000th of where it began; momentum
 * stays as it is. Source: Smith and Topin, Super-Convergence: Very Fast Training of Neural Networks
 * Using Large Learning Rates, 2018.
 *
 * @param highest the rate at the top
 * @param steps how many steps the whole training has
 */
public record OneCycle(double highest, int steps) implements Schedule {
    private static final double RISING = 0.3;

    public OneCycle {
        Rates.schedule("oneCycle(" + highest + ", " + steps + ")", highest, steps);
    }

    @Override
    public double rate(long step) {
        double first = highest / 25;
        double last = first / 1e4;
        double top = RISING * steps - 1;
        double end = steps - 1;
        return step <= top
                ? between(first, highest, step / top)
                : between(highest, last, Math.min(1, (step - top) / (end - top)));
    }

    private static double between(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }

    @Override
    public String toString() {
        return "oneCycle(" + highest + ", " + steps + ")";
    }
}
