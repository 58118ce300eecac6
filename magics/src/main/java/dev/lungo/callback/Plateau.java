package dev.lungo.callback;

/** Follows the learning rate of one training that {@link ReduceLrOnPlateau} makes smaller. */
public final class Plateau {
    private final ReduceLrOnPlateau settings;
    private final Patience patience;
    private int cooling;

    /** Nothing seen yet. */
    public Plateau(ReduceLrOnPlateau settings) {
        this.settings = settings;
        this.patience = new Patience(settings.monitor(), settings.minDelta());
    }

    /** The rate after this epoch, for one that had {@code rate}. */
    public double after(Epoch epoch, double rate) {
        if (cooling > 0) {
            cooling--;
            patience.restart();
        }
        boolean better = patience.better(epoch);
        if (cooling > 0) {
            patience.restart();
        }
        if (better || cooling > 0 || patience.waited() < settings.patience()) {
            return rate;
        }
        if (rate <= settings.minRate()) {
            return rate;
        }
        cooling = settings.cooldown();
        patience.restart();
        return Math.max(rate * settings.factor(), settings.minRate());
    }
}
