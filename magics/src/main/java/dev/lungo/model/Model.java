package dev.lungo.model;

import dev.lungo.callback.Epoch;
import dev.lungo.chart.TableCard;
import dev.lungo.chart.TrainingCard;
import dev.lungo.data.ByteValues;
import dev.lungo.data.Dataset;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Accuracy;
import dev.lungo.metric.Metric;
import dev.lungo.optim.Optimizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

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
    private Optional<Transform> transform = Optional.empty();
    private List<String> classNames = List.of();
    private final List<Epoch> epochs = new ArrayList<>();
    private Optional<Map<String, float[]>> weights = Optional.empty();
    private Optional<Network> network = Optional.empty();

    private Model(Stack stack) {
        this.stack = stack;
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
        release();
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
        DataCheck.transform("fit", data, transform);
        chosen.validation()
                .ifPresent(
                        validation -> {
                            check("fit, validation", validation);
                            DataCheck.transform(
                                    "fit, validation", validation, Optional.of(data.transform()));
                        });
        if (transform.isEmpty()) {
            release();
            transform = Optional.of(data.transform());
            classNames = data.classNames();
        }
        long seed = chosen.seed().orElseGet(System::nanoTime);
        Network opened = network(seed);
        Threads threads =
                Threads.of(
                        work(chosen.batchSize()),
                        Engine.load().threads(),
                        chosen.seed().isPresent());
        int before = epochs.size();
        Training training =
                new Training(
                        opened,
                        chosen,
                        metrics.contains(new Accuracy()),
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
        DataCheck.transform("evaluate", data, transform);
        Network opened = network(System.nanoTime());
        useThreads(opened);
        try (Network.Examples examples = opened.place(data.inputs(), data.labels())) {
            return Pass.evaluate(opened, examples, data, () -> stopIfInterrupted("evaluate"));
        }
    }

    /** What the model says about each example; labels in the data are not looked at. */
    public Predictions predict(Dataset data) {
        DataCheck.shape("predict", data, stack.graph().input());
        DataCheck.transform("predict", data, transform);
        Network opened = network(System.nanoTime());
        useThreads(opened);
        int width = stack.graph().output().shape().elements();
        try (Network.Examples examples = opened.place(data.inputs(), new int[0])) {
            float[] outputs =
                    Pass.predict(
                            opened,
                            examples,
                            data.size(),
                            width,
                            () -> stopIfInterrupted("predict"));
            return new Predictions(outputs, width, names(data));
        }
    }

    /**
     * What the model says about one picture.
     *
     * @param pixels one unsigned byte for each value, row by row, channels last
     */
    public Predictions predict(byte[] pixels) {
        var input = stack.graph().input();
        if (pixels.length != input.elements()) {
            throw new ModelException(
                    "predict: the picture does not have the size of the model's input.\nReceived: %d bytes\nExpected: %d, for %s\nFix: scale the picture to that size, one byte for each value."
                            .formatted(pixels.length, input.elements(), input));
        }
        Network opened = network(System.nanoTime());
        try (Network.Examples one = opened.place(new ByteValues(pixels, 0, 1, input), new int[0])) {
            float[] outputs = opened.predict(one, 0, 1);
            return new Predictions(outputs, outputs.length, classNames);
        }
    }

    /** All epochs since the model was made or reset, over every fit. */
    public History history() {
        return new History(epochs);
    }

    /** Forgets all that was learned; the layers and {@link #compile} stay. */
    public Model reset() {
        network.ifPresent(Network::close);
        network = Optional.empty();
        weights = Optional.empty();
        transform = Optional.empty();
        classNames = List.of();
        epochs.clear();
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
                epochs.isEmpty() ? "not trained" : "trained for " + epochs.size() + " epochs");
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
        DataCheck.labels(call, data, stack.graph().output().shape().elements());
    }

    private List<String> names(Dataset data) {
        return classNames.isEmpty() ? data.classNames() : classNames;
    }

    /** The network, made now if there is none; the seed decides first weights. */
    private Network network(long seed) {
        if (network.isEmpty()) {
            Map<String, float[]> first = weights.orElseGet(() -> firstWeights(seed));
            Program program =
                    new Program(stack.graph(), transform.orElse(Transform.unit()), objective);
            network = Optional.of(Engine.load().open(program, first));
            weights = Optional.empty();
        }
        return network.get();
    }

    /** Takes the weights out of the engine, so that it can be opened again for another purpose. */
    private void release() {
        network.ifPresent(
                open -> {
                    weights = Optional.of(open.weights());
                    open.close();
                });
        network = Optional.empty();
    }

    private Map<String, float[]> firstWeights(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, float[]> first = new LinkedHashMap<>();
        for (Weight weight : stack.graph().weights()) {
            first.put(
                    weight.name(), weight.initializer().values(weight.elements(), random.split()));
        }
        return first;
    }

    private void useThreads(Network opened) {
        long work = Pass.PIECE * stack.graph().multiplications();
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
        return epochs.isEmpty() ? card : card.note("continuing from epoch " + epochs.size());
    }

    private static void stopIfInterrupted(String call) {
        if (Thread.interrupted()) {
            throw new TrainingStopped(call + " was stopped. The model is as it was.");
        }
    }
}
