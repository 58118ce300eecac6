package dev.lungo.callback;

import dev.lungo.LungoException;

/**
 * Ends a training that no longer becomes better: {@code f.earlyStopping("val_loss", s ->
 * s.patience(3))}.
 *
 * <p>As Keras' EarlyStopping with {@code restore_best_weights=True}: the model ends with the
 * weights of its best epoch.
 *
 * @param monitor what is watched
 * @param patience how many epochs without a better value end the training, 0 unless set
 * @param minDelta by how much a value must be better to count, 0 unless set
 */
public record EarlyStopping(Monitor monitor, int patience, double minDelta) {
    public EarlyStopping {
        if (patience < 0 || !(minDelta >= 0)) {
            throw LungoException.badInput(
                    "earlyStopping cannot wait like this.",
                    "patience(" + patience + "), minDelta(" + minDelta + ")",
                    "0 or more for both",
                    "for example s -> s.patience(3).");
        }
    }

    /** Watches this figure and stops at the first epoch that is not better. */
    public EarlyStopping(String name) {
        this(Monitor.of(name), 0, 0);
    }

    /** A copy that waits this many epochs for a better value. */
    public EarlyStopping patience(int epochs) {
        return new EarlyStopping(monitor, epochs, minDelta);
    }

    /** A copy that takes a value as better only by more than this. */
    public EarlyStopping minDelta(double least) {
        return new EarlyStopping(monitor, patience, least);
    }

    /** A copy for a figure that is best low, whatever its name. */
    public EarlyStopping lowest() {
        return new EarlyStopping(new Monitor(monitor.name(), true), patience, minDelta);
    }

    /** A copy for a figure that is best high, whatever its name. */
    public EarlyStopping highest() {
        return new EarlyStopping(new Monitor(monitor.name(), false), patience, minDelta);
    }
}
