package dev.lungo.model;

import dev.lungo.chart.TableCard;
import dev.lungo.data.Dataset;
import dev.lungo.data.TableData;
import dev.lungo.data.Values;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Objective;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Input;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import dev.lungo.optim.Optimizer;
import dev.lungo.tensor.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Turn turn = new Turn();

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
     * A model of all layers between an input and an output.
     *
     * @throws dev.lungo.LungoException if the output depends on another input
     */
    public static Model of(Input input, Branch output) {
        return new Model(Stack.of(input, output));
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
        learned.forgetOptimizer();
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
        return turn.train(() -> new Fit(this, how, chosen).on(data));
    }

    /** Tests on examples: loss, accuracy, and what was taken for what. */
    public Evaluation evaluate(Dataset data) {
        compiled("evaluate");
        check("evaluate", data);
        DataCheck.transform("evaluate", data, learned.transform());
        return turn.use("evaluate", () -> inference().evaluate(data));
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
        return turn.use("predict", () -> inference().predict(inputs));
    }

    private Inference inference() {
        return new Inference(stack.graph(), learned, objective, meaning());
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

    /**
     * Writes the whole model into one file: {@code model.save("digits.lungo")}.
     *
     * <p>Layers, weights, the optimizer's state, how inputs are seen, class names and history: what
     * {@code load} gives back trains on as this one would. The file is replaced at once, when the
     * new one is safe on the disk.
     *
     * @throws dev.lungo.LungoException if it cannot be written, or the model has code of your own
     */
    public void save(String file) {
        turn.use(
                "save",
                () -> {
                    save("save", Path.of(file), Optional.empty());
                    return this;
                });
    }

    void save(String call, Path file, Optional<Run> run) {
        new ModelFile(saved(run), learned.all()).write(call, file, stack.graph().weights());
    }

    Saved saved(Optional<Run> run) {
        return new Saved(
                stack.layers(),
                stack.reads(),
                objective,
                metrics,
                learned.transform(),
                learned.classNames(),
                List.copyOf(learned.epochs()),
                learned.steps(),
                learned.rateFactor(),
                run);
    }

    /**
     * The model that {@link #save} wrote.
     *
     * @throws dev.lungo.LungoException if the file is missing, broken, foreign or newer
     */
    public static Model load(String file) {
        Path path = Path.of(file);
        ModelFile read = ModelFile.read("load", path);
        Model model = new Model(Stack.of(read.saved().layers(), read.saved().reads()));
        model.objective = read.saved().objective();
        model.metrics = read.saved().metrics();
        model.restore("load", path, read);
        return model;
    }

    void restore(String call, Path file, ModelFile read) {
        for (Weight weight : stack.graph().weights()) {
            float[] values = read.values().get(weight.name());
            if (values == null || values.length != weight.elements()) {
                throw FileTrouble.reading(
                        call, file, "its weights do not fit its layers", "copy or save it again");
            }
        }
        learned.restore(read.saved(), read.values());
    }

    /**
     * Writes the model for PyTorch: {@code model.export("digits.pt")}, {@code
     * torch.jit.load("digits.pt")(x)}.
     *
     * <p>It takes a batch as it is stored, bytes or floats, height x width x channels, and gives
     * what {@link #predict} gives.
     *
     * @throws dev.lungo.LungoException if it cannot be written
     */
    public void export(String file) {
        Map<String, float[]> weights = turn.use("export", learned::weights);
        try {
            Engine.load().export(learned.program(Optional.empty()), weights, Path.of(file));
        } catch (IOException e) {
            throw FileTrouble.writing("export", Path.of(file), e);
        }
    }

    Stack stack() {
        return stack;
    }

    List<Metric> metrics() {
        return metrics;
    }

    Learned learned() {
        return learned;
    }

    /** The number of values in all weights, trainable or not, as Keras counts them. */
    public long parameters() {
        return stack.graph().weights().stream().mapToLong(Weight::elements).sum();
    }

    /** Layers, what each gives, and how many parameters it has, as Keras prints it. */
    public TableCard summary() {
        return Summary.of(stack);
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

    void check(String call, Dataset data) {
        DataCheck.shape(call, data, stack.graph().input());
        objective.ifPresent(
                how -> DataCheck.targets(call, data, how.loss(), stack.graph(), meaning()));
    }

    Meaning meaning() {
        return Meaning.of(stack.graph(), objective.map(Objective::loss), metrics);
    }
}
