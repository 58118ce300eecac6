package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.callback.Callback;
import dev.lungo.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a model is trained: {@code model.fit(data, f -> f.epochs(5).batchSize(32))}.
 *
 * <p>Immutable: each method returns a copy.
 */
public final class FitOptions {
    private final int epochs;
    private final int batchSize;
    private final Optional<Dataset> validation;
    private final boolean shuffle;
    private final OptionalLong seed;
    private final boolean quiet;
    private final List<Callback> callbacks;

    /** Keras' defaults: 1 epoch, batches of 32, shuffled. */
    FitOptions() {
        this(1, 32, Optional.empty(), true, OptionalLong.empty(), false, List.of());
    }

    private FitOptions(
            int epochs,
            int batchSize,
            Optional<Dataset> validation,
            boolean shuffle,
            OptionalLong seed,
            boolean quiet,
            List<Callback> callbacks) {
        this.epochs = epochs;
        this.batchSize = batchSize;
        this.validation = validation;
        this.shuffle = shuffle;
        this.seed = seed;
        this.quiet = quiet;
        this.callbacks = List.copyOf(callbacks);
    }

    /** How often all examples are seen, 1 unless set. */
    public FitOptions epochs(int epochs) {
        atLeastOne("epochs", epochs, "f.epochs(5)");
        return new FitOptions(epochs, batchSize, validation, shuffle, seed, quiet, callbacks);
    }

    /**
     * How many examples each step sees, 32 unless set; the last batch of an epoch may be smaller.
     */
    public FitOptions batchSize(int batchSize) {
        atLeastOne("batchSize", batchSize, "f.batchSize(32)");
        return new FitOptions(epochs, batchSize, validation, shuffle, seed, quiet, callbacks);
    }

    /** Examples to test on after each epoch; the model does not learn from them. */
    public FitOptions validation(Dataset examples) {
        return new FitOptions(
                epochs, batchSize, Optional.of(examples), shuffle, seed, quiet, callbacks);
    }

    /** Whether each epoch sees the examples in a new order, true unless set. */
    public FitOptions shuffle(boolean shuffle) {
        return new FitOptions(epochs, batchSize, validation, shuffle, seed, quiet, callbacks);
    }

    /** Makes the first weights and every order repeatable: the same seed gives the same curve. */
    public FitOptions seed(long seed) {
        return new FitOptions(
                epochs, batchSize, validation, shuffle, OptionalLong.of(seed), quiet, callbacks);
    }

    /** Shows nothing while training. */
    public FitOptions quiet() {
        return new FitOptions(epochs, batchSize, validation, shuffle, seed, true, callbacks);
    }

    /**
     * Calls this code after each epoch: {@code f.onEpoch(e ->
     * System.out.println(e.value("loss")))}.
     */
    public FitOptions onEpoch(Callback callback) {
        List<Callback> more = new ArrayList<>(callbacks);
        more.add(callback);
        return new FitOptions(epochs, batchSize, validation, shuffle, seed, quiet, more);
    }

    int epochs() {
        return epochs;
    }

    int batchSize() {
        return batchSize;
    }

    Optional<Dataset> validation() {
        return validation;
    }

    boolean shuffle() {
        return shuffle;
    }

    OptionalLong seed() {
        return seed;
    }

    boolean isQuiet() {
        return quiet;
    }

    List<Callback> callbacks() {
        return callbacks;
    }

    private static void atLeastOne(String name, int value, String example) {
        if (value < 1) {
            throw LungoException.badInput(
                    "fit cannot use this " + name + ".",
                    name + "(" + value + ")",
                    "1 or more",
                    "for example " + example + ".");
        }
    }
}
