package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.chart.TableCard;
import dev.lungo.data.Dataset;
import dev.lungo.data.MiniBatch;
import dev.lungo.data.TableData;
import dev.lungo.data.Transform;
import dev.lungo.data.Values;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Objective;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Input;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.loss.NoLoss;
import dev.lungo.metric.Metric;
import dev.lungo.optim.Optimizer;
import dev.lungo.store.OwnCode;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final Goal goal;
    private final Learned learned;
    private final Turn turn = new Turn();

    /** The multiplications for one example. */
    private final long work;

    private Model(Stack stack) {
        this.stack = stack;
        this.goal = new Goal(stack);
        this.learned = new Learned(stack.graph());
        this.work = stack.graph().multiplications();
    }

    /**
     * A model of layers one after the other, the input first.
     *
     * @throws dev.lungo.layer.ShapeException for the first layer that cannot take what the one
     *     above it gives
     */
    public static Model sequential(Layer... layers) {
        NotNull.checkAll(layers, "sequential", "a layer", "dense(64)");
        return new Model(Stack.of(List.of(layers)));
    }

    /**
     * A model of all layers between inputs and outputs.
     *
     * @throws dev.lungo.LungoException if an output depends on another input
     */
    public static Model of(List<Input> inputs, List<? extends Branch> outputs) {
        return new Model(Stack.of(inputs, outputs));
    }

    static Model of(Stack stack) {
        return new Model(stack);
    }

    /**
     * A model that ends with one of the layers of this one: {@code
     * autoencoder.upTo("code").predict(pictures)}.
     *
     * <p>For what lies inside: features, codes, feature maps. It has copies of the weights as they
     * are now, and sees inputs as this model learned to; {@code summary()} has the names of the
     * layers.
     *
     * @throws dev.lungo.LungoException if there is no layer of that name
     */
    public Model upTo(String layer) {
        return turn.use("upTo", () -> UpTo.model(this, layer));
    }

    /**
     * Says how the model learns; weights learned so far stay.
     *
     * @param optimizer how weights are moved, for example {@code adam()}
     * @param loss what is made small, for example {@code sparseCategoricalCrossentropy()}; {@code
     *     losses(..)} with one for each output, where there are several
     * @param metrics what is measured beside the loss, for example {@code accuracy()}, or {@code
     *     accuracy().on("gender")} where there are several outputs
     * @return this model
     */
    public Model compile(Optimizer optimizer, Loss loss, Metric... metrics) {
        NotNull.check(optimizer, "compile", "an optimizer", "adam()");
        NotNull.check(loss, "compile", "a loss", "mse()");
        NotNull.checkAll(metrics, "compile", "a metric", "accuracy()");
        goal.set(optimizer, loss, List.of(metrics));
        learned.forgetOptimizer();
        return this;
    }

    /**
     * Says how weights are moved, for steps by losses of your own: {@link #step(Tensor)}.
     *
     * @return this model
     */
    public Model compile(Optimizer optimizer) {
        return compile(optimizer, NoLoss.of(stack.graph().outputs().size()));
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
        goal.required("fit");
        FitOptions chosen =
                NotNull.check(
                        options.apply(new FitOptions()), "fit", "options", "f -> f.epochs(5)");
        return turn.train(() -> new Fit(this, chosen).on(inOrder("fit", data)));
    }

    /**
     * One training step of your own loop: {@code for (var batch : data.batches(64))
     * model.step(batch);}.
     *
     * <p>The same step as {@code fit} makes with these examples.
     *
     * @return the loss of the batch before the step
     */
    public double step(MiniBatch batch) {
        goal.required("step");
        Dataset examples = inOrder("step", batch.examples());
        goal.check("step", examples);
        DataCheck.transform("step", examples, learned.transforms());
        Objective how = goal.comparedWith(examples);
        return turn.use("step", () -> new OwnSteps(this, how, learned).step(examples));
    }

    /**
     * One training step by a loss of your own, which {@link #apply} gave the numbers for.
     *
     * <p>The optimizer of {@code compile} moves the weights of this model alone; one that has no
     * part in the loss has the gradient 0. Call apply again before the next step.
     *
     * <pre>{@code
     * model.step(model.apply(batch.x()).sub(batch.y()).square().mean());
     * }</pre>
     *
     * @param loss one number
     */
    public void step(Tensor loss) {
        Objective how = goal.required("step");
        turn.use(
                "step",
                () -> {
                    new OwnSteps(this, how, learned).step(loss);
                    return this;
                });
    }

    /**
     * What the model gives for a batch, as in training: gradients flow back to its weights.
     *
     * <p>Dropout drops, and batch normalization sees this batch; {@link #predict} does neither.
     *
     * @param inputs a tensor for each input as the model sees it, such as {@code batch.x()}; the
     *     first axis is the batch
     * @throws LungoException if the model has several outputs, which {@link #applyAll} gives
     */
    public Tensor apply(Tensor... inputs) {
        OwnSteps.checkOne(stack.outputNames());
        return applyAll(inputs).get(0);
    }

    /** What each output of the model gives for a batch, as in training. */
    public List<Tensor> applyAll(Tensor... inputs) {
        Objective how = goal.required("apply");
        return turn.use("apply", () -> new OwnSteps(this, how, learned).apply(List.of(inputs)));
    }

    /** Tests on examples: loss, accuracy, and what was taken for what. */
    public Evaluation evaluate(Dataset data) {
        goal.required("evaluate");
        Dataset ordered = inOrder("evaluate", data);
        goal.check("evaluate", ordered);
        DataCheck.transform("evaluate", ordered, learned.transforms());
        return turn.use(
                "evaluate",
                () ->
                        inference(ordered.transforms())
                                .evaluate(ordered, goal.comparedWith(ordered)));
    }

    /** What the model says about each example; labels in the data are not looked at. */
    public Predictions predict(Dataset data) {
        Dataset ordered = inOrder("predict", Dataset.of(data));
        DataCheck.shape("predict", ordered, stack);
        DataCheck.transform("predict", ordered, learned.transforms());
        Predictions said = predict(ordered.inputs(), ordered.transforms());
        return learned.classNames().isEmpty() ? said.named(data.classNames()) : said;
    }

    /** The data with its inputs and targets in the order of the model's. */
    Dataset inOrder(String call, Dataset data) {
        NotNull.check(data, call, "a data set", "data(x, y)");
        return data.inOrder(call, stack.inputNames(), stack.outputNames());
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
        // To a new model numbers given for a picture are pixels, as its bytes would be; steps of
        // the user's own saw them as they were.
        boolean picture = input().rank() == 3 && learned.steps() == 0;
        List<Transform> seen = List.of(picture ? Transform.unit() : Transform.usual(inputs));
        EmbeddingCheck.words("predict", inputs, seen, stack);
        return predict(inputs, seen);
    }

    private Predictions predict(Values inputs, List<Transform> seen) {
        return turn.use("predict", () -> inference(seen).predict(inputs));
    }

    /** The model without learning; one that has learned nothing sees inputs as they are here. */
    private Inference inference(List<Transform> seen) {
        return new Inference(work, learned, goal.objective(), goal.meanings(), seen);
    }

    private Shape input() {
        if (stack.graph().inputs().size() > 1) {
            throw new ModelException(
                    "predict: the model has several inputs.\nReceived: one array\nExpected: an array for each of %s\nFix: write predict(data(List.of(a, b)))."
                            .formatted(stack.inputNames()));
        }
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
     * <p>Of lambdas it holds the names; {@code load} wants them again.
     *
     * @throws dev.lungo.LungoException if it cannot be written
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
                stack.outputs(),
                goal.objective(),
                goal.metrics(),
                learned.transforms(),
                learned.classNames(),
                List.copyOf(learned.epochs()),
                learned.steps(),
                learned.rateFactor(),
                run);
    }

    /**
     * The model that {@link #save} wrote.
     *
     * @param own the lambdas of its layers and of its loss, if it has such, written as when the
     *     model was made: {@code load("digits.lungo", layer("swish", x -> x.mul(x.sigmoid())))}
     * @throws dev.lungo.LungoException if the file is missing, broken, foreign or newer, or a
     *     lambda of the model is not given
     */
    public static Model load(String file, OwnCode... own) {
        Path path = Path.of(file);
        ModelFile read = ModelFile.read("load", path, List.of(own));
        Saved saved = read.saved();
        Model model = new Model(Stack.of(saved.layers(), saved.reads(), saved.outputs()));
        model.goal.restore(saved);
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
     * @throws dev.lungo.LungoException if it cannot be written, or a lambda in it asks for values
     */
    public void export(String file) {
        StepByStep.refuse("export", stack.graph());
        Map<String, float[]> weights = turn.use("export", learned::weights);
        try {
            Engine.load().export(learned.program(Optional.empty()), weights, Path.of(file));
        } catch (IOException e) {
            throw FileTrouble.writing("export", Path.of(file), e);
        }
    }

    /** A copy of all weights by name, in Keras' layout: {@code model.weights().names()}. */
    public Weights weights() {
        return turn.use("weights", () -> new WeightExchange(this).weights());
    }

    /**
     * Puts weights in place of the model's, all or some; the optimizer's state stays.
     *
     * @return this model
     * @throws dev.lungo.LungoException if there is none of such a name, or it has another shape;
     *     the model is then as it was
     */
    public Model weights(Weights weights) {
        return change("weights", exchange -> exchange.set(weights.tensors()));
    }

    /**
     * Puts one weight in place of the model's: {@code model.weights("dense/kernel", rows)}.
     *
     * @param name the layer's name and the weight's, as {@code model.weights()} shows them
     * @param numbers arrays of arrays of numbers, or a tensor, in Keras' layout
     * @return this model
     * @throws dev.lungo.LungoException if there is none of that name, or it has another shape
     */
    public Model weights(String name, Object numbers) {
        return change("weights", exchange -> exchange.set(name, numbers));
    }

    /**
     * Takes the weights of a Keras model of the same layers, or those of {@link #saveWeights}.
     *
     * <p>From the files that Keras saves: {@code model.loadWeights("m.weights.h5")}, {@code .keras}
     * and the older {@code .h5}. Also from {@code np.savez("w.npz", **{w.path: w.numpy() for w in
     * model.weights})}, or {@code np.savez("w.npz", *model.get_weights())} where the layers are one
     * line; {@code .safetensors} by the same names.
     *
     * @return which layer took which
     * @throws dev.lungo.LungoException if something does not fit; the model is then as it was
     */
    public TableCard loadWeights(String file) {
        return turn.change("loadWeights", () -> new WeightExchange(this).loadKeras(file));
    }

    /**
     * Takes the weights of a PyTorch module of the same layers, from its state dict.
     *
     * <p>From {@code torch.save(net.state_dict(), "w.pt")}, of which no code is run; {@code
     * safetensors.torch.save_file(net.state_dict(), "w.safetensors")}, or {@code np.savez("w.npz",
     * **{k: v.numpy() for k, v in net.state_dict().items()})}. A dense layer after {@code
     * flatten()} gets its inputs reordered: PyTorch lays pictures out channel by channel.
     *
     * @return which layer took which module
     * @throws dev.lungo.LungoException if something does not fit; the model is then as it was
     */
    public TableCard loadPyTorchWeights(String file) {
        return turn.change("loadPyTorchWeights", () -> new WeightExchange(this).loadTorch(file));
    }

    /**
     * Writes all weights by name in Keras' layout: {@code model.saveWeights("w.npz")}, {@code
     * np.load("w.npz")["dense/kernel"]}.
     *
     * @param file a name that ends with .npz or .safetensors
     */
    public void saveWeights(String file) {
        write("saveWeights", exchange -> exchange.saveKeras(file));
    }

    /**
     * Writes all weights as a PyTorch state dict: {@code
     * net.load_state_dict(load_file("w.safetensors"))} for modules that are named as the layers.
     *
     * @param file a name that ends with .npz or .safetensors
     */
    public void savePyTorchWeights(String file) {
        write("savePyTorchWeights", exchange -> exchange.saveTorch(file));
    }

    private Model change(String call, Consumer<WeightExchange> work) {
        return turn.change(
                call,
                () -> {
                    work.accept(new WeightExchange(this));
                    return this;
                });
    }

    private void write(String call, Consumer<WeightExchange> work) {
        turn.use(
                call,
                () -> {
                    work.accept(new WeightExchange(this));
                    return this;
                });
    }

    Stack stack() {
        return stack;
    }

    Learned learned() {
        return learned;
    }

    Goal goal() {
        return goal;
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
                goal,
                learned.epochs().isEmpty()
                        ? "not trained"
                        : "trained for " + learned.epochs().size() + " epochs");
    }
}
