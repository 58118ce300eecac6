package dev.lungo.callback;

import dev.lungo.LungoException;

/**
 * Learns more slowly when nothing becomes better: {@code f.reduceLrOnPlateau("val_loss", r ->
 * r.factor(0.5).patience(2))}.
 *
 * <p>As Keras' ReduceLROnPlateau. With a schedule, the rate of each later step is multiplied.
 *
 * @param monitor what is watched
 * @param factor what the rate is multiplied with, 0.1 unless set
 * @param patience how many epochs without a better value make it smaller, 10 unless set
 * @param minDelta by how much a value must be better to count, 0.0001 unless set
 * @param cooldown how many epochs after that are not counted, 0 unless set
 * @param minRate below which the rate does not go, 0 unless set
 */
public record ReduceLrOnPlateau(
        Monitor monitor,
        double factor,
        int patience,
        double minDelta,
        int cooldown,
        double minRate) {
    public ReduceLrOnPlateau {
        if (!(factor > 0 && factor < 1)) {
            throw LungoException.badInput(
                    "reduceLrOnPlateau cannot make the rate smaller.",
                    "factor(" + factor + ")",
                    "more than 0, and less than 1",
                    "for example r -> r.factor(0.5).");
        }
        if (patience < 0 || cooldown < 0 || !(minDelta >= 0) || !(minRate >= 0)) {
            throw LungoException.badInput(
                    "reduceLrOnPlateau cannot wait like this.",
                    "patience(%d), cooldown(%d), minDelta(%s), minRate(%s)"
                            .formatted(patience, cooldown, minDelta, minRate),
                    "0 or more for each",
                    "for example r -> r.patience(2).");
        }
    }

    /** Watches this figure, with Keras' defaults. */
    public ReduceLrOnPlateau(String name) {
        this(Monitor.of(name), 0.1, 10, 1e-4, 0, 0);
    }

    /** A copy that multiplies the rate with this. */
    public ReduceLrOnPlateau factor(double factor) {
        return new ReduceLrOnPlateau(monitor, factor, patience, minDelta, cooldown, minRate);
    }

    /** A copy that waits this many epochs for a better value. */
    public ReduceLrOnPlateau patience(int epochs) {
        return new ReduceLrOnPlateau(monitor, factor, epochs, minDelta, cooldown, minRate);
    }

    /** A copy that takes a value as better only by more than this. */
    public ReduceLrOnPlateau minDelta(double least) {
        return new ReduceLrOnPlateau(monitor, factor, patience, least, cooldown, minRate);
    }

    /** A copy that lets this many epochs pass after each change. */
    public ReduceLrOnPlateau cooldown(int epochs) {
        return new ReduceLrOnPlateau(monitor, factor, patience, minDelta, epochs, minRate);
    }

    /** A copy that goes no lower than this rate. */
    public ReduceLrOnPlateau minRate(double rate) {
        return new ReduceLrOnPlateau(monitor, factor, patience, minDelta, cooldown, rate);
    }
}
