package dev.lungo.callback;

/** Counts the epochs that brought nothing better: Keras' counting, one epoch after the other. */
public final class Patience {
    private final Monitor monitor;
    private final double minDelta;
    private double best;
    private int wait;

    /** Nothing seen yet. */
    public Patience(Monitor monitor, double minDelta) {
        this.monitor = monitor;
        this.minDelta = minDelta;
        this.best = monitor.worst();
    }

    /** Takes in an epoch; whether it was better than all before. */
    public boolean better(Epoch epoch) {
        double value = epoch.value(monitor.name());
        wait++;
        if (!monitor.better(value, best, minDelta)) {
            return false;
        }
        best = value;
        wait = 0;
        return true;
    }

    /** How many epochs have passed since the best one. */
    public int waited() {
        return wait;
    }

    /** Begins to count anew; the best value stays. */
    public void restart() {
        wait = 0;
    }
}
