package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.callback.BatchCallback;
import dev.lungo.callback.Callback;
import dev.lungo.callback.Checkpoint;
import dev.lungo.callback.EarlyStopping;
import dev.lungo.callback.ReduceLrOnPlateau;
import dev.lungo.data.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * How a model is trained: {@code model.fit(data, f -> f.epochs(5).batchSize(32))}.
 *
 * <p>Immutable: each method returns a copy. The defaults are Keras': 1 epoch, batches of 32,
 * shuffled.
 */
public final class FitOptions {
    private int epochs = 1;
    private int batchSize = 32;
    private Optional<Dataset> validation = Optional.empty();
    private double validationSplit;
    private boolean shuffle = true;
    private OptionalLong seed = OptionalLong.empty();
    private boolean quiet;
    private int logEvery = 1;
    private boolean terminateOnNaN;
    private Optional<Path> csv = Optional.empty();
    private Optional<Path> resume = Optional.empty();
    private Optional<EarlyStopping> earlyStopping = Optional.empty();
    private Optional<ReduceLrOnPlateau> plateau = Optional.empty();
    private List<Checkpoint> checkpoints = List.of();
    private List<Callback> callbacks = List.of();
    private List<BatchCallback> batchCallbacks = List.of();

    FitOptions() {}

    /** A copy that differs in one thing; after this nothing changes it any more. */
    private FitOptions with(Consumer<FitOptions> change) {
        FitOptions copy = new FitOptions();
        copy.epochs = epochs;
        copy.batchSize = batchSize;
        copy.validation = validation;
        copy.validationSplit = validationSplit;
        copy.shuffle = shuffle;
        copy.seed = seed;
        copy.quiet = quiet;
        copy.logEvery = logEvery;
        copy.terminateOnNaN = terminateOnNaN;
        copy.csv = csv;
        copy.resume = resume;
        copy.earlyStopping = earlyStopping;
        copy.plateau = plateau;
        copy.checkpoints = checkpoints;
        copy.callbacks = callbacks;
        copy.batchCallbacks = batchCallbacks;
        change.accept(copy);
        return copy;
    }

    /** How often all examples are seen, 1 unless set. */
    public FitOptions epochs(int epochs) {
        atLeastOne("epochs", epochs, "f.epochs(5)");
        return with(f -> f.epochs = epochs);
    }

    /**
     * How many examples each step sees, 32 unless set; the last batch of an epoch may be smaller.
     */
    public FitOptions batchSize(int batchSize) {
        atLeastOne("batchSize", batchSize, "f.batchSize(32)");
        return with(f -> f.batchSize = batchSize);
    }

    /** Examples to test on after each epoch; the model does not learn from them. */
    public FitOptions validation(Dataset examples) {
        return with(f -> f.validation = Optional.of(examples));
    }

    /**
     * Keeps this share of the examples, the last ones, to test on: {@code validationSplit(0.1)}.
     */
    public FitOptions validationSplit(double share) {
        if (!(share > 0 && share < 1)) {
            throw LungoException.badInput(
                    "fit cannot keep this share of the examples to validate on.",
                    "validationSplit(" + share + ")",
                    "more than 0, and less than 1",
                    "for example f.validationSplit(0.1), which keeps the last tenth.");
        }
        return with(f -> f.validationSplit = share);
    }

    /** Whether each epoch sees the examples in a new order, true unless set. */
    public FitOptions shuffle(boolean shuffle) {
        return with(f -> f.shuffle = shuffle);
    }

    /**
     * Makes the first weights and every order repeatable: the same seed gives the same curve.
     *
     * <p>It also fixes the number of threads, on which the last digits depend.
     */
    public FitOptions seed(long seed) {
        return with(f -> f.seed = OptionalLong.of(seed));
    }

    /** Shows nothing while training. */
    public FitOptions quiet() {
        return with(f -> f.quiet = true);
    }

    /** Prints every {@code epochs}th epoch only, where epochs are printed as lines. */
    public FitOptions logEvery(int epochs) {
        atLeastOne("logEvery", epochs, "f.logEvery(10)");
        return with(f -> f.logEvery = epochs);
    }

    /**
     * Adds a line to this file after each epoch, with Keras' columns: {@code
     * epoch,accuracy,loss,val_accuracy,val_loss}, epochs from 0.
     *
     * <p>A file that is there grows, without a second head line.
     */
    public FitOptions csv(String file) {
        return with(f -> f.csv = Optional.of(Path.of(file)));
    }

    /** Ends the training at the first epoch in which this figure is not better than before. */
    public FitOptions earlyStopping(String name) {
        return earlyStopping(name, stopping -> stopping);
    }

    /** Ends the training when this figure no longer becomes better, with the best weights. */
    public FitOptions earlyStopping(String name, UnaryOperator<EarlyStopping> settings) {
        EarlyStopping stopping = settings.apply(new EarlyStopping(name));
        return with(f -> f.earlyStopping = Optional.of(stopping));
    }

    /** Learns a tenth as fast when this figure has not become better for 10 epochs. */
    public FitOptions reduceLrOnPlateau(String name) {
        return reduceLrOnPlateau(name, plateau -> plateau);
    }

    /** Learns more slowly when this figure no longer becomes better. */
    public FitOptions reduceLrOnPlateau(String name, UnaryOperator<ReduceLrOnPlateau> settings) {
        ReduceLrOnPlateau reduce = settings.apply(new ReduceLrOnPlateau(name));
        return with(f -> f.plateau = Optional.of(reduce));
    }

    /** Saves the model to this file after each epoch; {@link #resume} goes on from there. */
    public FitOptions checkpoint(String file) {
        return checkpoint(file, checkpoint -> checkpoint);
    }

    /** Saves the model: {@code f.checkpoint("best.lungo", c -> c.bestOnly("val_loss"))}. */
    public FitOptions checkpoint(String file, UnaryOperator<Checkpoint> settings) {
        Checkpoint checkpoint = settings.apply(new Checkpoint(Path.of(file), Optional.empty()));
        return with(f -> f.checkpoints = plus(checkpoints, checkpoint));
    }

    /**
     * Goes on from this checkpoint, if there is one, until {@link #epochs} are done.
     *
     * <p>With a seed the curve is the one that a training without a break would have had, to the
     * digit. Write it beside {@link #checkpoint}, with the same file: the first run finds nothing
     * and begins at the beginning.
     */
    public FitOptions resume(String file) {
        return with(f -> f.resume = Optional.of(Path.of(file)));
    }

    /**
     * Ends the training when the loss is no longer a number, with the weights that the epoch began
     * with.
     */
    public FitOptions terminateOnNaN() {
        return with(f -> f.terminateOnNaN = true);
    }

    /**
     * Calls this code after each epoch: {@code f.onEpoch(e ->
     * System.out.println(e.value("loss")))}.
     */
    public FitOptions onEpoch(Callback callback) {
        return with(f -> f.callbacks = plus(callbacks, callback));
    }

    /** Calls this code after each batch; the engine then takes one batch at a time, more slowly. */
    public FitOptions onBatch(BatchCallback callback) {
        return with(f -> f.batchCallbacks = plus(batchCallbacks, callback));
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

    double validationSplit() {
        return validationSplit;
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

    int logEvery() {
        return logEvery;
    }

    boolean endsOnNaN() {
        return terminateOnNaN;
    }

    Optional<Path> csv() {
        return csv;
    }

    Optional<Path> resume() {
        return resume;
    }

    Optional<EarlyStopping> earlyStopping() {
        return earlyStopping;
    }

    Optional<ReduceLrOnPlateau> plateau() {
        return plateau;
    }

    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    List<Callback> callbacks() {
        return callbacks;
    }

    List<BatchCallback> batchCallbacks() {
        return batchCallbacks;
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
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
