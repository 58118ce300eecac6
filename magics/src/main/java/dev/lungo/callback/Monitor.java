package dev.lungo.callback;

import java.util.Locale;

/**
 * A figure that is watched from epoch to epoch.
 *
 * @param name its name in the history, for example {@code val_loss}
 * @param lowest whether it is best when it is low
 */
public record Monitor(String name, boolean lowest) {
    /** A figure that is best low if it is a loss or an error, else best high. */
    public static Monitor of(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        boolean error =
                word.endsWith("loss")
                        || word.endsWith("mse")
                        || word.endsWith("mae")
                        || word.endsWith("error");
        return new Monitor(name, error);
    }

    /** Whether {@code value} is better than {@code best} by more than {@code minDelta}. */
    public boolean better(double value, double best, double minDelta) {
        return lowest ? value < best - minDelta : value > best + minDelta;
    }

    /** What is worse than any value. */
    public double worst() {
        return lowest ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
