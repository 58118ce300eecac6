package dev.lungo.model;

import dev.lungo.callback.Callback;
import dev.lungo.callback.Checkpoint;
import dev.lungo.callback.Epoch;
import dev.lungo.callback.Monitor;
import dev.lungo.callback.Patience;
import dev.lungo.callback.Plateau;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;

/**
 * All that a training does after each epoch, in this order: csv, the user's code, a smaller rate on
 * a plateau, early stopping, checkpoints.
 */
final class AfterEpochs {
    private final List<AfterEpoch> actions = new ArrayList<>();
    private final Optional<BestWeights> best;

    /**
     * For one training.
     *
     * @param names the figures it measures
     * @param already its epochs from before a break, which count for early stopping and plateaus
     * @param rate the learning rate of the next step
     * @param saving writes the model to a file: the call's name, the checkpoint
     */
    AfterEpochs(
            FitOptions options,
            List<String> names,
            List<Epoch> already,
            Learned learned,
            DoubleSupplier rate,
            BiConsumer<String, Checkpoint> saving) {
        options.csv().ifPresent(file -> actions.add(EpochCsv.begin(file, names)));
        for (int i = 0; i < options.callbacks().size(); i++) {
            actions.add(users(options.callbacks().get(i), i + 1));
        }
        options.plateau()
                .ifPresent(
                        settings -> {
                            Plateau plateau = new Plateau(settings);
                            already.forEach(epoch -> plateau.after(epoch, rate.getAsDouble()));
                            actions.add(epoch -> slower(plateau, epoch, learned, rate));
                        });
        best = options.earlyStopping().map(stopping -> new BestWeights(stopping, learned));
        best.ifPresent(
                stopping -> {
                    already.forEach(stopping::seen);
                    actions.add(stopping);
                });
        options.checkpoints().forEach(checkpoint -> actions.add(save(checkpoint, already, saving)));
    }

    /** Does all of it; a text if the training is to end here. */
    Optional<String> after(Epoch epoch) {
        Optional<String> end = Optional.empty();
        for (AfterEpoch action : actions) {
            Optional<String> reason = action.after(epoch);
            end = end.or(() -> reason);
        }
        return end;
    }

    /** What is left to do when no epoch follows. */
    void finish() {
        best.ifPresent(BestWeights::restore);
    }

    private static AfterEpoch users(Callback callback, int number) {
        return epoch -> {
            try {
                callback.epochEnd(epoch);
                return Optional.empty();
            } catch (TrainingStopped e) {
                throw e;
            } catch (RuntimeException e) {
                throw new CallbackException(
                        "callback " + number + " (onEpoch)", "epoch " + epoch.number(), e);
            }
        };
    }

    private static Optional<String> slower(
            Plateau plateau, Epoch epoch, Learned learned, DoubleSupplier rate) {
        double before = rate.getAsDouble();
        double after = plateau.after(epoch, before);
        if (after < before) {
            learned.rateFactor(learned.rateFactor() * after / before);
        }
        return Optional.empty();
    }

    private static AfterEpoch save(
            Checkpoint checkpoint, List<Epoch> already, BiConsumer<String, Checkpoint> saving) {
        if (checkpoint.best().isEmpty()) {
            return epoch -> {
                saving.accept("fit, checkpoint", checkpoint);
                return Optional.empty();
            };
        }
        Monitor monitor = checkpoint.best().get();
        Patience patience = new Patience(monitor, 0);
        already.forEach(patience::better);
        return epoch -> {
            if (patience.better(epoch)) {
                saving.accept("fit, checkpoint", checkpoint);
            }
            return Optional.empty();
        };
    }
}
