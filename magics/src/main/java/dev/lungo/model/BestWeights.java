package dev.lungo.model;

import dev.lungo.callback.EarlyStopping;
import dev.lungo.callback.Epoch;
import dev.lungo.callback.Patience;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Ends a training that no longer becomes better, and keeps the weights of its best epoch. */
final class BestWeights implements AfterEpoch {
    private final EarlyStopping stopping;
    private final Learned learned;
    private final Patience patience;
    private int epochs;
    private Optional<Epoch> best = Optional.empty();
    private Optional<Map<String, float[]>> weights = Optional.empty();

    BestWeights(EarlyStopping stopping, Learned learned) {
        this.stopping = stopping;
        this.learned = learned;
        this.patience = new Patience(stopping.monitor(), stopping.minDelta());
    }

    @Override
    public Optional<String> after(Epoch epoch) {
        boolean better = seen(epoch);
        if (better || best.isEmpty()) {
            best = Optional.of(epoch);
            weights = Optional.of(learned.weights());
        }
        if (better || epochs < 2 || patience.waited() < stopping.patience()) {
            return Optional.empty();
        }
        return Optional.of(
                String.format(
                        Locale.ROOT,
                        "stopped early: %s was best in epoch %d (%.4f); the model has the weights"
                                + " of that epoch",
                        stopping.monitor().name(),
                        best.get().number(),
                        best.get().value(stopping.monitor().name())));
    }

    /** Counts an epoch, also one from before a break, whose weights are no longer known. */
    boolean seen(Epoch epoch) {
        epochs++;
        return patience.better(epoch);
    }

    /** Back to the best weights, at the end of a training. */
    void restore() {
        weights.ifPresent(learned::replaceWeights);
    }
}
