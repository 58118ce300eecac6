package dev.lungo.model;

import dev.lungo.callback.Epoch;
import dev.lungo.chart.TableCard;
import dev.lungo.chart.TrainingCard;
import dev.lungo.data.Dataset;
import dev.lungo.data.NoTargets;
import dev.lungo.data.TableData;
import dev.lungo.data.Values;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import dev.lungo.optim.Optimizer;
import dev.lungo.tensor.Shape;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tech.tablesaw.api.Table;

/**
 * A neural network: layers, and after training their weights.
 *
 * <pre>{@code
 * var model = sequential(input(28, 28, 1), flatten(), dense(10).softmax());
 * model.compile(adam(), sparseCategoricalCrossentropy(), accuracy());
 * model.fit(mnist().train(), f -> f.epochs(5));
 * model.evaluate(mnist().test())
 * }</pre>
 *
 * <p>Complete in itself: the first {@code fit} stores how inputs are seen (0..1 for pixels, or what
 * the data chose) and the names of the classes, and {@code predict} uses them. Shapes are checked
 * when the model is made; native code is loaded by the first {@code fit}, {@code evaluate} or
 * {@code predict}. One thread at a time may use a model.
 */
public final class Model {
    private final Stack stack;
    private Optional<Objective> objective = Optional.empty();
    private List<Metric> metrics = List.of();
    private final Learned learned;

    private Model(Stack stack) {
        this.stack = stack;
        this.learned = new Learned(stack.graph());
    }

    /**
     * A model of layers one after the other, the input first.
     *
     * @throws dev.lungo.layer.ShapeException for the first layer that cannot take what the one
     *     above it gives
     */
    public static Model sequential(Layer... layers) {
        return new Model(Stack.of(List.of(layers)));
    }

    /**
     * Says how the model learns; weights learned so far stay.
     *
     * @param optimizer how weights are moved, for example {@code adam()}
     * @param loss what is made small, for example {@code sparseCategoricalCrossentropy()}
     * @param metrics what is measured beside the loss, for example {@code accuracy()}
     * @return this model
     */
    public Model compile(Optimizer optimizer, Loss loss, Metric... metrics) {
        loss.misfit(stack.graph())
                .ifPresent(
                        problem -> {
                            throw new ModelException(problem);
                        });
        loss.warning(stack.graph()).ifPresent(System.err::println);
        learned.release();
        this.objective = Optional.of(new Objective(optimizer, loss));
        this.metrics = List.of(metrics);
        return this;
    }

    /** Trains for one epoch in batches of 32. */
    public History fit(Dataset data) {
        return fit(data, options -> options);
    }

    /**
     * Trains: {@code model.fit(mnist().train(), f -> f.epochs(5).batchSize(32))}.
     *
     * <p>Fit again continues from where the model stands. An interrupt ends it after the current
     * step: the model keeps what it learned, and {@link #history} has the finished epochs.
     *
     * @return what was measured in these epochs
     * @throws ModelException before anything is loaded, if the model is not compiled or the data
     *     does not fit it
     * @throws TrainingStopped if the thread was interrupted
     */
    public History fit(Dataset data, UnaryOperator<FitOptions> options) {
        Objective how = compiled("fit");
        FitOptions chosen = options.apply(new FitOptions());
        check("fit", data);
        DataCheck.transform("fit", data, learned.transform());
        chosen.validation()
                .ifPresent(
                        validation -> {
                            check("fit, validation", validation);
                            DataCheck.transform(
                                    "fit, validation", validation, Optional.of(data.transform()));
                        });
        long seed = chosen.seed().orElseGet(System::nanoTime);
        Network opened = learned.begin(data, seed, chosen.seed().isPresent(), how);
        Threads threads =
                Threads.of(
                        work(chosen.batchSize()),
                        Engine.load().threads(),
                        chosen.seed().isPresent());
        List<Epoch> epochs = learned.epochs();
        int before = epochs.size();
        Training training =
                new Training(
                        opened,
                        chosen,
                        meaning(),
                        how.optimizer().learningRate(),
                        seed,
                        before + 1,
                        threads,
                        card(data, chosen, threads));
        training.run(data, epochs);
        return new History(epochs.subList(before, epochs.size()));
    }

    /** Tests on examples: loss, accuracy, and what was taken for what. */
    public Evaluation evaluate(Dataset data) {
        compiled("evaluate");
        check("evaluate", data);
        DataCheck.transform("evaluate", data, learned.transform());
        Network opened = learned.network(objective);
        useThreads(opened, data.size());
        try (Network.Examples examples = opened.place(data.inputs(), data.targets())) {
            return Pass.evaluate(
                    opened, examples, data, meaning(), () -> stopIfInterrupted("evaluate"));
        }
    }

    /** What the model says about each example; labels in the data are not looked at. */
    public Predictions predict(Dataset data) {
        DataCheck.shape("predict", data, stack.graph().input());
        DataCheck.transform("predict", data, learned.transform());
        Predictions said = predict(data.inputs());
        return learned.classNames().isEmpty() ? said.named(data.classNames()) : said;
    }

    /**
     * What the model says about one example: {@code predict(4.2f)}, or all numbers of a row.
     *
     * <p>A model with one input takes several numbers as as many examples.
     */
    public Predictions predict(float... example) {
        return predict(Asked.row(example, input()));
    }

    /** What the model says about one example, or about as many as it has numbers for. */
    public Predictions predict(double... example) {
        return predict(Asked.row(Asked.floats(example), input()));
    }

    /** What the model says about each row, or about one grey picture of the input's size. */
    public Predictions predict(float[][] rows) {
        return predict(Asked.rows(rows, input()));
    }

    /** What the model says about each row, or about one grey picture of the input's size. */
    public Predictions predict(double[][] rows) {
        return predict(Asked.rows(rows, input()));
    }

    /**
     * What the model says about one picture.
     *
     * @param pixels one unsigned byte for each value, row by row, channels last
     */
    public Predictions predict(byte[] pixels) {
        return predict(Asked.pixels(pixels, input()));
    }

    /**
     * What the model says about a picture, scaled to the size of its input.
     *
     * <p>A model with one channel sees it in grey, one with three in red, green, blue.
     */
    public Predictions predict(BufferedImage picture) {
        return predict(Picture.pixels(picture, input()));
    }

    /** What the model says about each row of a table, whose columns are its inputs in order. */
    public Predictions predict(Table table) {
        return predict(Asked.fitting(TableData.inputs(table), input()));
    }

    private Predictions predict(Values inputs) {
        Network opened = learned.network(objective);
        int size = inputs.size();
        useThreads(opened, size);
        if (size <= Pass.PIECE) {
            float[] outputs = opened.predict(inputs);
            return new Predictions(meaning().given(outputs), learned.classNames());
        }
        try (Network.Examples examples = opened.place(inputs, new NoTargets(size))) {
            float[] outputs =
                    Pass.predict(
                            opened,
                            examples,
                            size,
                            meaning().width(),
                            () -> stopIfInterrupted("predict"));
            return new Predictions(meaning().given(outputs), learned.classNames());
        }
    }

    private Shape input() {
        return stack.graph().input();
    }

    /** All epochs since the model was made or reset, over every fit. */
    public History history() {
        return new History(learned.epochs());
    }

    /** Forgets all that was learned; the layers and {@link #compile} stay. */
    public Model reset() {
        learned.reset();
        return this;
    }

    /** The number of values that training can move. */
    public long parameters() {
        return stack.graph().weights().stream().mapToLong(Weight::elements).sum();
    }

    /** Layers, what each gives, and how many parameters it has, as Keras prints it. */
    public TableCard summary() {
        return Summary.of(stack, parameters());
    }

    /**
     * One line: what it is, how it learns, and how far it has learned; {@link #summary} has the
     * layers.
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Model: %d layers, %,d parameters, %s, %s",
                stack.layers().size(),
                parameters(),
                objective.map(how -> how.optimizer() + ", " + how.loss()).orElse("not compiled"),
                learned.epochs().isEmpty()
                        ? "not trained"
                        : "trained for " + learned.epochs().size() + " epochs");
    }

    private Objective compiled(String call) {
        return objective.orElseThrow(
                () ->
                        new ModelException(
                                call
                                        + " needs a loss and an optimizer: compile the model first,"
                                        + " for example model.compile(adam(),"
                                        + " sparseCategoricalCrossentropy(), accuracy())."));
    }

    private void check(String call, Dataset data) {
        DataCheck.shape(call, data, stack.graph().input());
        objective.ifPresent(
                how -> DataCheck.targets(call, data, how.loss(), stack.graph(), meaning()));
    }

    private Meaning meaning() {
        return Meaning.of(stack.graph(), objective.map(Objective::loss), metrics);
    }

    private void useThreads(Network opened, int examples) {
        long work = Math.min(Pass.PIECE, examples) * stack.graph().multiplications();
        opened.threads(Threads.of(work, Engine.load().threads(), true).count());
    }

    /** Multiplications of one training step: forward once, backward about twice that. */
    private long work(int batchSize) {
        return 3 * batchSize * stack.graph().multiplications();
    }

    private TrainingCard card(Dataset data, FitOptions options, Threads threads) {
        Engine engine = Engine.load();
        TrainingCard card =
                TrainingCard.of(
                                options.epochs(),
                                (data.size() + options.batchSize() - 1) / options.batchSize())
                        .examples(data.size())
                        .engine("%s, %s, %s".formatted(engine.name(), engine.device(), threads));
        if (options.seed().isPresent()) {
            card = card.note("seed " + options.seed().getAsLong());
        }
        int before = learned.epochs().size();
        return before == 0 ? card : card.note("continuing from epoch " + before);
    }

    private static void stopIfInterrupted(String call) {
        if (Thread.interrupted()) {
            throw new TrainingStopped(call + " was stopped. The model is as it was.");
        }
    }
}
