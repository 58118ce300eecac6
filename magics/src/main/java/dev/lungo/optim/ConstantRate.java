package dev.lungo.optim;

/**
 * The same learning rate for every step; worth writing only with a warm-up: {@code
 * constantRate(0.001).warmUp(100)}.
 *
 * @param rate the rate
 */
public record ConstantRate(double rate) implements Schedule {
    public ConstantRate {
        Rates.schedule("constantRate(" + rate + ")", rate, 1);
    }

    @Override
    public double rate(long step) {
        return rate;
    }

    /** The number alone, as it is written in an optimizer. */
    @Override
    public String toString() {
        return String.valueOf(rate);
    }
}
