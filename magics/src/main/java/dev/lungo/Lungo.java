package dev.lungo;

import dev.lungo.chart.LineChart;
import dev.lungo.chart.TableCard;
import dev.lungo.data.Dataset;
import dev.lungo.data.Mnist;
import dev.lungo.data.Settings;
import dev.lungo.data.Splits;
import dev.lungo.data.TableData;
import dev.lungo.graph.Edges;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Operation.Merge.How;
import dev.lungo.graph.Orthogonal;
import dev.lungo.graph.VarianceScaling;
import dev.lungo.graph.VarianceScaling.Fan;
import dev.lungo.graph.Window;
import dev.lungo.layer.ActivationLayer;
import dev.lungo.layer.AvgPool1d;
import dev.lungo.layer.AvgPool2d;
import dev.lungo.layer.BatchNorm;
import dev.lungo.layer.Bidirectional;
import dev.lungo.layer.Block;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Conv1d;
import dev.lungo.layer.Conv1dTranspose;
import dev.lungo.layer.Conv2d;
import dev.lungo.layer.Conv2dTranspose;
import dev.lungo.layer.Cropping2d;
import dev.lungo.layer.Dense;
import dev.lungo.layer.DepthwiseConv2d;
import dev.lungo.layer.Dot;
import dev.lungo.layer.Dropout;
import dev.lungo.layer.Embedding;
import dev.lungo.layer.Flatten;
import dev.lungo.layer.GlobalAvgPool;
import dev.lungo.layer.GlobalMaxPool;
import dev.lungo.layer.GroupNorm;
import dev.lungo.layer.Gru;
import dev.lungo.layer.Input;
import dev.lungo.layer.Lambda;
import dev.lungo.layer.LambdaMerge;
import dev.lungo.layer.Layer;
import dev.lungo.layer.LayerNorm;
import dev.lungo.layer.Lstm;
import dev.lungo.layer.MaxPool1d;
import dev.lungo.layer.MaxPool2d;
import dev.lungo.layer.Merge;
import dev.lungo.layer.MultiHeadAttention;
import dev.lungo.layer.PRelu;
import dev.lungo.layer.Parallel;
import dev.lungo.layer.Permute;
import dev.lungo.layer.PixelShuffle;
import dev.lungo.layer.PositionEmbedding;
import dev.lungo.layer.Recurrent;
import dev.lungo.layer.RepeatVector;
import dev.lungo.layer.Reshape;
import dev.lungo.layer.Residual;
import dev.lungo.layer.SeparableConv2d;
import dev.lungo.layer.Shared;
import dev.lungo.layer.SimpleRnn;
import dev.lungo.layer.SpatialDropout;
import dev.lungo.layer.TimeDistributed;
import dev.lungo.layer.TransformerEncoder;
import dev.lungo.layer.UnitNorm;
import dev.lungo.layer.UpSampling2d;
import dev.lungo.layer.ZeroPadding2d;
import dev.lungo.loss.BinaryCrossentropy;
import dev.lungo.loss.BinaryFocalCrossentropy;
import dev.lungo.loss.CategoricalCrossentropy;
import dev.lungo.loss.CategoricalFocalCrossentropy;
import dev.lungo.loss.CategoricalHinge;
import dev.lungo.loss.CosineSimilarity;
import dev.lungo.loss.CrossEntropy;
import dev.lungo.loss.Hinge;
import dev.lungo.loss.Huber;
import dev.lungo.loss.KlDivergence;
import dev.lungo.loss.LambdaLoss;
import dev.lungo.loss.LogCosh;
import dev.lungo.loss.Loss;
import dev.lungo.loss.Losses;
import dev.lungo.loss.MeanAbsoluteError;
import dev.lungo.loss.MeanAbsolutePercentageError;
import dev.lungo.loss.MeanSquaredError;
import dev.lungo.loss.MeanSquaredLogarithmicError;
import dev.lungo.loss.Poisson;
import dev.lungo.loss.SparseCategoricalCrossentropy;
import dev.lungo.loss.SquaredHinge;
import dev.lungo.metric.Accuracy;
import dev.lungo.metric.Auc;
import dev.lungo.metric.BinaryAccuracy;
import dev.lungo.metric.F1;
import dev.lungo.metric.MeanIou;
import dev.lungo.metric.Precision;
import dev.lungo.metric.R2;
import dev.lungo.metric.Recall;
import dev.lungo.metric.Rmse;
import dev.lungo.metric.TopK;
import dev.lungo.model.Model;
import dev.lungo.optim.AdaDelta;
import dev.lungo.optim.AdaGrad;
import dev.lungo.optim.Adam;
import dev.lungo.optim.AdamW;
import dev.lungo.optim.Adamax;
import dev.lungo.optim.ConstantRate;
import dev.lungo.optim.Cosine;
import dev.lungo.optim.ExponentialDecay;
import dev.lungo.optim.Lion;
import dev.lungo.optim.Nadam;
import dev.lungo.optim.OneCycle;
import dev.lungo.optim.RmsProp;
import dev.lungo.optim.Schedule;
import dev.lungo.optim.Sgd;
import dev.lungo.optim.StepDecay;
import dev.lungo.store.OwnCode;
import dev.lungo.tensor.OwnWeights;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Tensors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import tech.tablesaw.api.Table;

/**
 * Everything a notebook needs, by one import: {@code import static dev.lungo.Lungo.*;}.
 *
 * <p>A notebook and {@code ./lungo jshell} have imported it already.
 */
public final class Lungo {
    private Lungo() {}

    /**
     * A model of layers one after the other, the input first.
     *
     * <pre>{@code
     * sequential(input(28, 28, 1), flatten(), dense(10).softmax())
     * }</pre>
     */
    public static Model sequential(Layer... layers) {
        return Model.sequential(layers);
    }

    /**
     * The model that {@code model.save("digits.lungo")} wrote, ready to predict or train on.
     *
     * @param own the lambdas of its layers and of its loss, if it has such: {@code
     *     load("digits.lungo", layer("swish", x -> x.mul(x.sigmoid())))}
     */
    public static Model load(String file, OwnCode... own) {
        return Model.load(file, own);
    }

    /**
     * A model of branches, from an input to an output.
     *
     * <pre>{@code
     * var x = input(784);
     * var h = dense(64).relu().of(x);
     * model(x, dense(10).softmax().of(concatenate(x, h)))
     * }</pre>
     */
    public static Model model(Input input, Branch output) {
        return Model.of(List.of(input), List.of(output));
    }

    /** A model of several inputs: {@code model(List.of(a, b), y)}. */
    public static Model model(List<Input> inputs, Branch output) {
        return Model.of(inputs, List.of(output));
    }

    /** A model of several outputs: {@code model(x, List.of(age, gender))}. */
    public static Model model(Input input, List<? extends Branch> outputs) {
        return Model.of(List.of(input), outputs);
    }

    /**
     * A model of several inputs and outputs.
     *
     * <pre>{@code
     * var title = input(20).named("title");
     * var photo = input(32, 32, 3).named("photo");
     * ...
     * var model = model(List.of(title, photo), List.of(price, kind));
     * model.compile(adam(), losses(mse(), sparseCategoricalCrossentropy()).weights(0.1, 1));
     * model.fit(data(List.of(titles, photos), List.of(prices, kinds)));
     * }</pre>
     */
    public static Model model(List<Input> inputs, List<? extends Branch> outputs) {
        return Model.of(inputs, outputs);
    }

    /** The shape of one example: {@code input(28, 28, 1)} is height, width, channels. */
    public static Input input(int... shape) {
        return new Input(Shape.of(shape));
    }

    /** A layer of square filters: {@code conv2d(32, 3)} has 32 filters of 3 x 3. */
    public static Conv2d conv2d(int filters, int size) {
        return new Conv2d(filters, Window.square(size));
    }

    /** A layer of filters that are not square: {@code conv2d(32, 1, 7)} has 32 of 1 x 7. */
    public static Conv2d conv2d(int filters, int height, int width) {
        return new Conv2d(filters, new Window(height, width));
    }

    /** Filters over each channel by itself: {@code depthwiseConv2d(3).same()}. */
    public static DepthwiseConv2d depthwiseConv2d(int size) {
        return new DepthwiseConv2d(Window.square(size));
    }

    /** A filter over each channel, then filters over all of them at each pixel. */
    public static SeparableConv2d separableConv2d(int filters, int size) {
        return new SeparableConv2d(filters, Window.square(size));
    }

    /** Keeps the largest value of each {@code size} x {@code size} window. */
    public static MaxPool2d maxPool2d(int size) {
        return new MaxPool2d(Window.square(size));
    }

    /** Keeps the largest value of each window that is not square: {@code maxPool2d(1, 4)}. */
    public static MaxPool2d maxPool2d(int height, int width) {
        return new MaxPool2d(new Window(height, width));
    }

    /** Keeps the mean of each {@code size} x {@code size} window. */
    public static AvgPool2d avgPool2d(int size) {
        return new AvgPool2d(Window.square(size));
    }

    /** Keeps the mean of each window that is not square: {@code avgPool2d(1, 4)}. */
    public static AvgPool2d avgPool2d(int height, int width) {
        return new AvgPool2d(new Window(height, width));
    }

    /** The mean of each channel of a picture, or of each feature of a sequence. */
    public static GlobalAvgPool globalAvgPool() {
        return new GlobalAvgPool();
    }

    /** The largest value of each channel of a picture, or of each feature of a sequence. */
    public static GlobalMaxPool globalMaxPool() {
        return new GlobalMaxPool();
    }

    /** Spreads each value over a window: {@code conv2dTranspose(32, 3).stride(2).same()}. */
    public static Conv2dTranspose conv2dTranspose(int filters, int size) {
        return new Conv2dTranspose(filters, Window.square(size));
    }

    /** Makes a picture {@code factor} times as high and as wide. */
    public static UpSampling2d upSampling2d(int factor) {
        return new UpSampling2d(factor, false);
    }

    /** Adds this many rows and columns of zeros on each side of a picture. */
    public static ZeroPadding2d zeroPadding2d(int size) {
        return new ZeroPadding2d(new Edges(size, size, size, size));
    }

    /** Adds rows of zeros above and below a picture, and columns to the left and right. */
    public static ZeroPadding2d zeroPadding2d(int top, int bottom, int left, int right) {
        return new ZeroPadding2d(new Edges(top, bottom, left, right));
    }

    /** Cuts this many rows and columns off each side of a picture. */
    public static Cropping2d cropping2d(int size) {
        return new Cropping2d(new Edges(size, size, size, size));
    }

    /** Cuts rows off a picture above and below, and columns to the left and right. */
    public static Cropping2d cropping2d(int top, int bottom, int left, int right) {
        return new Cropping2d(new Edges(top, bottom, left, right));
    }

    /** Lays channels out as pixels: a picture {@code factor} times as high and as wide. */
    public static PixelShuffle pixelShuffle(int factor) {
        return new PixelShuffle(factor);
    }

    /** Filters along a sequence: {@code conv1d(32, 5)} has 32 that read 5 steps. */
    public static Conv1d conv1d(int filters, int size) {
        return new Conv1d(filters, size);
    }

    /** Spreads each step over a window: {@code conv1dTranspose(32, 7).stride(2).same()}. */
    public static Conv1dTranspose conv1dTranspose(int filters, int size) {
        return new Conv1dTranspose(filters, size);
    }

    /** Keeps the largest value of each window of {@code size} steps. */
    public static MaxPool1d maxPool1d(int size) {
        return new MaxPool1d(size);
    }

    /** Keeps the mean of each window of {@code size} steps. */
    public static AvgPool1d avgPool1d(int size) {
        return new AvgPool1d(size);
    }

    /** A row of learned numbers for each whole number: {@code embedding(10000, 16)}. */
    public static Embedding embedding(int words, int features) {
        return new Embedding(words, features);
    }

    /** A learned row of numbers added to each step of a sequence. */
    public static PositionEmbedding positionEmbedding() {
        return new PositionEmbedding();
    }

    /** Long short-term memory: reads a sequence and keeps {@code units} numbers. */
    public static Lstm lstm(int units) {
        return new Lstm(units);
    }

    /** Gated recurrent units: reads a sequence and keeps {@code units} numbers. */
    public static Gru gru(int units) {
        return new Gru(units);
    }

    /** Reads a sequence with plain recurrent units, which forget soon. */
    public static SimpleRnn simpleRnn(int units) {
        return new SimpleRnn(units);
    }

    /** Reads a sequence from both ends: {@code bidirectional(lstm(64))} keeps 128 numbers. */
    public static Bidirectional bidirectional(Recurrent layer) {
        return new Bidirectional(layer);
    }

    /** A layer that reads each step by itself: {@code timeDistributed(conv2d(16, 3))}. */
    public static TimeDistributed timeDistributed(Layer layer) {
        return new TimeDistributed(layer);
    }

    /** Says a row of numbers again at each of so many steps. */
    public static RepeatVector repeatVector(int steps) {
        return new RepeatVector(steps);
    }

    /** Lays a picture out as one row of numbers. */
    public static Flatten flatten() {
        return new Flatten();
    }

    /** The same numbers in another shape: {@code reshape(7, 7, 64)}. */
    public static Reshape reshape(int... sizes) {
        return new Reshape(Shape.of(sizes));
    }

    /** The axes in another order, counted from 1: {@code permute(2, 1)}. */
    public static Permute permute(int... axes) {
        return new Permute(Shape.of(axes).sizes());
    }

    /** Sets this share of the values to zero while training; for example {@code dropout(0.2)}. */
    public static Dropout dropout(double rate) {
        return new Dropout(rate);
    }

    /** Sets this share of whole channels to zero while training. */
    public static SpatialDropout spatialDropout(double rate) {
        return new SpatialDropout(rate);
    }

    /** Brings each channel to mean 0 and variance 1 over the batch. */
    public static BatchNorm batchNorm() {
        return new BatchNorm();
    }

    /** Brings groups of channels of each example to mean 0 and variance 1. */
    public static GroupNorm groupNorm(int groups) {
        return new GroupNorm(groups);
    }

    /** Brings the last axis of each example to mean 0 and variance 1. */
    public static LayerNorm layerNorm() {
        return new LayerNorm();
    }

    /** Brings the last axis of each example to length 1. */
    public static UnitNorm unitNorm() {
        return new UnitNorm();
    }

    /** An activation function as a layer of its own: {@code activation().relu()}. */
    public static ActivationLayer activation() {
        return new ActivationLayer(Optional.empty());
    }

    /** A relu that learns its slope for negative values: {@code prelu().byChannel()}. */
    public static PRelu prelu() {
        return new PRelu();
    }

    /** Connects every input with each of {@code units} outputs. */
    public static Dense dense(int units) {
        return new Dense(units);
    }

    /** Each step looks at all steps; {@code multiHeadAttention(4, 16)} with 4 heads of 16. */
    public static MultiHeadAttention multiHeadAttention(int heads, int size) {
        return new MultiHeadAttention(heads, size);
    }

    /** BERT's layer: attention, then dense layers of {@code hidden} units and back. */
    public static TransformerEncoder transformerEncoder(int heads, int hidden) {
        return new TransformerEncoder(heads, hidden);
    }

    /** Layers one after the other as one layer. */
    public static Block block(Layer... layers) {
        return new Block(List.of(layers));
    }

    /** Adds what layers give to what they read. */
    public static Residual residual(Layer... layers) {
        return new Residual(List.of(layers), List.of(), Optional.empty());
    }

    /** A layer with the same weights wherever one model uses it: siamese networks. */
    public static Shared shared(Layer layer) {
        return new Shared(layer);
    }

    /** Layers side by side that read the same; their outputs are put side by side. */
    public static Parallel parallel(Layer... layers) {
        return new Parallel(List.of(layers));
    }

    /** Branches side by side along their last axis. */
    public static Branch concatenate(Branch... branches) {
        return Merge.of(How.CONCATENATE, List.of(branches));
    }

    /** The sum of branches of one shape. */
    public static Branch add(Branch... branches) {
        return Merge.of(How.ADD, List.of(branches));
    }

    /** The product of branches of one shape, number by number. */
    public static Branch multiply(Branch... branches) {
        return Merge.of(How.MULTIPLY, List.of(branches));
    }

    /** The first branch without the second. */
    public static Branch subtract(Branch... branches) {
        return Merge.of(How.SUBTRACT, List.of(branches));
    }

    /** The mean of branches of one shape. */
    public static Branch average(Branch... branches) {
        return Merge.of(How.AVERAGE, List.of(branches));
    }

    /** The largest of branches of one shape, number by number. */
    public static Branch maximum(Branch... branches) {
        return Merge.of(How.MAXIMUM, List.of(branches));
    }

    /** The smallest of branches of one shape, number by number. */
    public static Branch minimum(Branch... branches) {
        return Merge.of(How.MINIMUM, List.of(branches));
    }

    /** The scalar product of two rows, or of each pair of steps of two sequences. */
    public static Branch dot(Branch a, Branch b) {
        return new Dot().of(a, b);
    }

    /** First values for kernels: uniform by inputs and outputs, Keras' default. */
    public static Initializer glorotUniform() {
        return new VarianceScaling(1, Fan.MEAN, true);
    }

    /** First values for kernels: normal by inputs and outputs. */
    public static Initializer glorotNormal() {
        return new VarianceScaling(1, Fan.MEAN, false);
    }

    /** First values for kernels: uniform by inputs, for layers that end with relu. */
    public static Initializer heUniform() {
        return new VarianceScaling(2, Fan.IN, true);
    }

    /** First values for kernels: normal by inputs, for layers that end with relu. */
    public static Initializer heNormal() {
        return new VarianceScaling(2, Fan.IN, false);
    }

    /** First values for kernels: uniform by inputs, for layers that end with selu. */
    public static Initializer lecunUniform() {
        return new VarianceScaling(1, Fan.IN, true);
    }

    /** First values for kernels: normal by inputs, for layers that end with selu. */
    public static Initializer lecunNormal() {
        return new VarianceScaling(1, Fan.IN, false);
    }

    /** First values for kernels: rows, or columns, at right angles. */
    public static Initializer orthogonal() {
        return new Orthogonal();
    }

    /** First values all the same: {@code constant(0)}, {@code constant(1)}. */
    public static Initializer constant(double value) {
        return new Initializer.Constant(value);
    }

    /** First values uniform from {@code -limit} to {@code limit}; Keras' limit is 0.05. */
    public static Initializer randomUniform(double limit) {
        return new Initializer.Uniform(limit);
    }

    /** First values normal with mean 0; Keras' deviation is 0.05. */
    public static Initializer randomNormal(double deviation) {
        return new Initializer.Normal(deviation);
    }

    /** First values normal with mean 0, none more than two deviations away. */
    public static Initializer truncatedNormal(double deviation) {
        return new Initializer.TruncatedNormal(deviation);
    }

    /**
     * A layer of your own, over a batch of values: {@code layer("swish", x -> x.mul(x.sigmoid()))}.
     */
    public static Lambda layer(String name, UnaryOperator<Tensor> function) {
        return new Lambda(name, (x, own) -> function.apply(x));
    }

    /**
     * A layer of your own with weights: {@code layerWithWeights("scale", (x, own) ->
     * x.mul(own.weight("factor", constant(1), x.size(-1))))}.
     */
    public static Lambda layerWithWeights(
            String name, BiFunction<Tensor, OwnWeights, Tensor> function) {
        return new Lambda(name, function);
    }

    /**
     * A layer of your own that reads two branches: {@code merge("distance", (a, b) ->
     * a.sub(b).square().sum(-1)).of(x, y)}.
     */
    public static LambdaMerge merge(String name, BinaryOperator<Tensor> function) {
        return new LambdaMerge(name, function);
    }

    /** The Adam optimizer with Keras' defaults, learning rate 0.001. */
    public static Adam adam() {
        return new Adam(0.001);
    }

    /** The Adam optimizer with this learning rate. */
    public static Adam adam(double learningRate) {
        return new Adam(learningRate);
    }

    /** The Adam optimizer with a rate for each step: {@code adam(cosine(0.001, 2000))}. */
    public static Adam adam(Schedule rate) {
        return new Adam(rate);
    }

    /** Adam that also shrinks the weights, learning rate 0.001, weight decay 0.004. */
    public static AdamW adamW() {
        return new AdamW(0.001);
    }

    /** Adam that also shrinks the weights, with this learning rate. */
    public static AdamW adamW(double learningRate) {
        return new AdamW(learningRate);
    }

    /** Adam that also shrinks the weights, with a rate for each step. */
    public static AdamW adamW(Schedule rate) {
        return new AdamW(rate);
    }

    /** Gradient descent with Keras' default learning rate 0.01: {@code sgd().momentum(0.9)}. */
    public static Sgd sgd() {
        return new Sgd(0.01);
    }

    /** Gradient descent with this learning rate: {@code sgd(0.01).momentum(0.9)}. */
    public static Sgd sgd(double learningRate) {
        return new Sgd(learningRate);
    }

    /** Gradient descent with a rate for each step. */
    public static Sgd sgd(Schedule rate) {
        return new Sgd(rate);
    }

    /** RMSprop with Keras' defaults, learning rate 0.001. */
    public static RmsProp rmsprop() {
        return new RmsProp(0.001);
    }

    /** RMSprop with this learning rate. */
    public static RmsProp rmsprop(double learningRate) {
        return new RmsProp(learningRate);
    }

    /** RMSprop with a rate for each step. */
    public static RmsProp rmsprop(Schedule rate) {
        return new RmsProp(rate);
    }

    /** Adagrad with Keras' defaults, learning rate 0.001. */
    public static AdaGrad adagrad() {
        return new AdaGrad(0.001);
    }

    /** Adagrad with this learning rate. */
    public static AdaGrad adagrad(double learningRate) {
        return new AdaGrad(learningRate);
    }

    /** Adagrad with a rate for each step. */
    public static AdaGrad adagrad(Schedule rate) {
        return new AdaGrad(rate);
    }

    /** Adadelta, whose steps are as large as the weights' own changes; learning rate 0.001. */
    public static AdaDelta adadelta() {
        return new AdaDelta(0.001);
    }

    /** Adadelta, whose steps are as large as the weights' own changes, with this learning rate. */
    public static AdaDelta adadelta(double learningRate) {
        return new AdaDelta(learningRate);
    }

    /**
     * Adadelta, whose steps are as large as the weights' own changes, with a rate for each step.
     */
    public static AdaDelta adadelta(Schedule rate) {
        return new AdaDelta(rate);
    }

    /** Adam that looks one step ahead; learning rate 0.001. */
    public static Nadam nadam() {
        return new Nadam(0.001);
    }

    /** Adam that looks one step ahead, with this learning rate. */
    public static Nadam nadam(double learningRate) {
        return new Nadam(learningRate);
    }

    /** Adam that looks one step ahead, with a rate for each step. */
    public static Nadam nadam(Schedule rate) {
        return new Nadam(rate);
    }

    /** Adam divided by the largest gradient of late; learning rate 0.001. */
    public static Adamax adamax() {
        return new Adamax(0.001);
    }

    /** Adam divided by the largest gradient of late, with this learning rate. */
    public static Adamax adamax(double learningRate) {
        return new Adamax(learningRate);
    }

    /** Adam divided by the largest gradient of late, with a rate for each step. */
    public static Adamax adamax(Schedule rate) {
        return new Adamax(rate);
    }

    /** Lion, whose steps all have one size; learning rate 0.001. */
    public static Lion lion() {
        return new Lion(0.001);
    }

    /** Lion, whose steps all have one size, with this learning rate. */
    public static Lion lion(double learningRate) {
        return new Lion(learningRate);
    }

    /** Lion, whose steps all have one size, with a rate for each step. */
    public static Lion lion(Schedule rate) {
        return new Lion(rate);
    }

    /** The same rate for every step, to be warmed up: {@code constantRate(0.001).warmUp(100)}. */
    public static ConstantRate constantRate(double rate) {
        return new ConstantRate(rate);
    }

    /** A rate multiplied with {@code factor} every {@code steps} steps, a batch each. */
    public static StepDecay stepDecay(double rate, int steps, double factor) {
        return new StepDecay(rate, steps, factor);
    }

    /** A rate that is {@code factor} times as large after {@code steps} steps, a batch each. */
    public static ExponentialDecay exponentialDecay(double rate, int steps, double factor) {
        return new ExponentialDecay(rate, steps, factor);
    }

    /** A rate that falls to 0 along half a cosine over {@code steps} steps, a batch each. */
    public static Cosine cosine(double rate, int steps) {
        return new Cosine(rate, steps, 0);
    }

    /** A rate that rises to its highest and falls far below, over {@code steps} steps in all. */
    public static OneCycle oneCycle(double highest, int steps) {
        return new OneCycle(highest, steps);
    }

    /** The loss for one right class among several; labels are class numbers from 0. */
    public static SparseCategoricalCrossentropy sparseCategoricalCrossentropy() {
        return new SparseCategoricalCrossentropy();
    }

    /** The share of right answers. */
    public static Accuracy accuracy() {
        return new Accuracy();
    }

    /** The loss for one right class among several; targets are one-hot rows. */
    public static CategoricalCrossentropy categoricalCrossentropy() {
        return new CategoricalCrossentropy();
    }

    /** The loss for yes-or-no questions; targets are 0 or 1 for each output. */
    public static BinaryCrossentropy binaryCrossentropy() {
        return new BinaryCrossentropy();
    }

    /** Binary cross-entropy that attends to what the model finds hard. */
    public static BinaryFocalCrossentropy binaryFocalCrossentropy() {
        return new BinaryFocalCrossentropy();
    }

    /** Categorical cross-entropy that attends to what the model finds hard. */
    public static CategoricalFocalCrossentropy categoricalFocalCrossentropy() {
        return new CategoricalFocalCrossentropy();
    }

    /** How far probabilities are from those of the targets. */
    public static KlDivergence klDivergence() {
        return new KlDivergence();
    }

    /** PyTorch's loss for classes: the model ends with plain numbers, without softmax. */
    public static CrossEntropy crossEntropy() {
        return new CrossEntropy(0);
    }

    /** The loss (and metric) for measurements: the mean squared error. */
    public static MeanSquaredError mse() {
        return new MeanSquaredError();
    }

    /** The loss (and metric) for measurements with some far off: mean absolute error. */
    public static MeanAbsoluteError mae() {
        return new MeanAbsoluteError();
    }

    /** The loss (and metric) for prices: the mean distance in percent of the target. */
    public static MeanAbsolutePercentageError mape() {
        return new MeanAbsolutePercentageError();
    }

    /** The loss (and metric) for counts and prices: squared distance of logarithms. */
    public static MeanSquaredLogarithmicError msle() {
        return new MeanSquaredLogarithmicError();
    }

    /** The loss (and metric) that is squared for small distances, absolute for large ones. */
    public static LogCosh logCosh() {
        return new LogCosh();
    }

    /** The loss for counts of events; the model ends with softplus or exponential. */
    public static Poisson poisson() {
        return new Poisson();
    }

    /** The loss for directions: minus the cosine of the angle to the target. */
    public static CosineSimilarity cosineSimilarity() {
        return new CosineSimilarity();
    }

    /** Squared error up to a distance of 1, absolute error above: Keras' default. */
    public static Huber huber() {
        return new Huber(1);
    }

    /** Squared error up to a distance of {@code delta}, absolute error above. */
    public static Huber huber(double delta) {
        return new Huber(delta);
    }

    /** The loss of a support vector machine; targets are -1 or 1. */
    public static Hinge hinge() {
        return new Hinge();
    }

    /** The hinge loss squared; targets are -1 or 1. */
    public static SquaredHinge squaredHinge() {
        return new SquaredHinge();
    }

    /** The hinge loss for one right class among several; targets are one-hot rows. */
    public static CategoricalHinge categoricalHinge() {
        return new CategoricalHinge();
    }

    /**
     * A loss of your own, over a batch: {@code loss("mse", (p, y) -> p.sub(y).square())}.
     *
     * <p>{@code p} is what the model gives, {@code y} the targets; the mean over the batch of what
     * the lambda returns is made small.
     */
    public static LambdaLoss loss(String name, BinaryOperator<Tensor> function) {
        return new LambdaLoss(name, function);
    }

    /** A loss for each output, in their order: {@code losses(mse(), hinge()).weights(0.2, 1)}. */
    public static Losses losses(Loss... each) {
        return Losses.of(each);
    }

    /** A loss for each output by its name: {@code losses(Map.of("age", mse(), ..))}. */
    public static Losses losses(Map<String, ? extends Loss> byName) {
        return Losses.of(byName);
    }

    /** The share of examples whose class is among the {@code k} most probable. */
    public static TopK topK(int k) {
        return new TopK(k);
    }

    /** How often an answer is right where a class is said: the mean over all classes. */
    public static Precision precision() {
        return new Precision();
    }

    /** How often a class is found where it should be: the mean over all classes. */
    public static Recall recall() {
        return new Recall();
    }

    /** Precision and recall in one number; {@code f1().micro()}, {@code f1().of(3)} for class 3. */
    public static F1 f1() {
        return new F1();
    }

    /** How well the right examples are put before the others: 0.5 by chance, 1 at best. */
    public static Auc auc() {
        return new Auc();
    }

    /** The share of the targets' variance that a model explains: 1 at best. */
    public static R2 r2() {
        return new R2();
    }

    /** The root of the mean squared error, in the unit of the targets. */
    public static Rmse rmse() {
        return new Rmse();
    }

    /** How far the places said and the right places of a class overlap: for segmentation. */
    public static MeanIou meanIou() {
        return new MeanIou();
    }

    /** The share of right yes-or-no answers, each output one by itself. */
    public static BinaryAccuracy binaryAccuracy() {
        return new BinaryAccuracy();
    }

    /**
     * Your own arrays as examples and targets, an entry of both for each example.
     *
     * <pre>{@code
     * data(new float[][] {{1, 2}, {3, 4}}, new int[] {0, 1})        // classes
     * data(new float[] {1, 2, 3}, new float[] {2.1f, 3.9f, 6.2f})   // a measurement
     * data(List.of(titles, photos), List.of(prices, kinds))         // several inputs, outputs
     * }</pre>
     *
     * @param x numbers in arrays of arrays; {@code float[]} or {@code double[]} is one column,
     *     {@code float[][]} rows, {@code float[][][][]} pictures of height, width, channels; a data
     *     set stands for its inputs; several inputs in a list, or by their names in a map
     * @param y {@code int[]} for classes counted from 0, {@code float[]} or {@code double[]} for a
     *     number each, {@code float[][]} or {@code double[][]} for several, {@code int[][]} for a
     *     class of each step; several outputs in a list, or by their names in a map
     */
    public static Dataset data(Object x, Object y) {
        return Dataset.of(x, y);
    }

    /** Rows of numbers, and the class of each, counted from 0. */
    public static Dataset data(float[][] rows, int[] classes) {
        return Dataset.of(rows, classes);
    }

    /** Rows of numbers, and a number to learn for each. */
    public static Dataset data(float[][] rows, float[] numbers) {
        return Dataset.of(rows, numbers);
    }

    /** Rows of numbers, and several numbers to learn for each, or one-hot classes. */
    public static Dataset data(float[][] rows, float[][] numbers) {
        return Dataset.of(rows, numbers);
    }

    /** Rows of numbers, and a number to learn for each. */
    public static Dataset data(double[][] rows, double[] numbers) {
        return Dataset.of(rows, numbers);
    }

    /** One number for each example, and the number to learn from it. */
    public static Dataset data(double[] x, double[] y) {
        return Dataset.of(x, y);
    }

    /** Pictures of height, width, channels, and the class of each, counted from 0. */
    public static Dataset data(float[][][][] pictures, int[] classes) {
        return Dataset.of(pictures, classes);
    }

    /** Your own arrays as examples without targets, to predict. */
    public static Dataset data(Object x) {
        return Dataset.of(x);
    }

    /**
     * A table's rows as examples; {@code target} names the column to learn, the others are inputs.
     *
     * <p>Inputs are columns of numbers. A target of whole numbers may be classes or a measurement,
     * as the loss has it; one of text is classes in alphabetical order.
     */
    public static Dataset data(Table table, String target) {
        return TableData.of(table, target);
    }

    /**
     * A tensor of a number, or of arrays of numbers: {@code tensor(new float[][] {{1, 2}, {3,
     * 4}})}.
     */
    public static Tensor tensor(Object numbers) {
        return Tensors.tensor(numbers);
    }

    /** A row of numbers to compute with: {@code tensor(1, 2, 3)}. */
    public static Tensor tensor(double... numbers) {
        return Tensors.tensor(numbers);
    }

    /** A tensor of zeros: {@code zeros(2, 3)}. */
    public static Tensor zeros(int... sizes) {
        return Tensors.full(0, sizes);
    }

    /** A tensor of ones: {@code ones(2, 3)}. */
    public static Tensor ones(int... sizes) {
        return Tensors.full(1, sizes);
    }

    /** A tensor of one value everywhere: {@code full(0.5, 2, 3)}. */
    public static Tensor full(double value, int... sizes) {
        return Tensors.full(value, sizes);
    }

    /** Numbers from the normal distribution, mean 0 and deviation 1: {@code randn(2, 3)}. */
    public static Tensor randn(int... sizes) {
        return Tensors.randn(sizes);
    }

    /** Numbers drawn evenly from 0 to 1: {@code rand(2, 3)}. */
    public static Tensor rand(int... sizes) {
        return Tensors.rand(sizes);
    }

    /** Begins the random numbers of {@code randn} and {@code rand} anew. */
    public static void randomSeed(long seed) {
        Tensors.seed(seed);
    }

    /** The numbers 0, 1, 2 and so on: {@code arange(10)}. */
    public static Tensor arange(int count) {
        return Tensors.arange(count);
    }

    /** Tensors one after the other along an axis: {@code concat(0, a, b)}. */
    public static Tensor concat(int axis, Tensor... tensors) {
        return Tensors.concat(axis, tensors);
    }

    /** Tensors of one shape side by side along a new axis: {@code stack(0, a, b)}. */
    public static Tensor stack(int axis, Tensor... tensors) {
        return Tensors.stack(axis, tensors);
    }

    /** A tensor to be learned: {@code var w = variable(randn(3, 2).mul(0.1))}. */
    public static Tensor variable(Tensor first) {
        return Tensors.variable(first);
    }

    /**
     * The 70,000 handwritten digits of MNIST: {@code mnist().train()} and {@code mnist().test()}.
     *
     * <p>Fetched once, checked, and kept in the cache; works offline afterwards.
     */
    public static Splits mnist() {
        return Mnist.load();
    }

    /**
     * An empty chart of curves over epochs.
     *
     * <pre>{@code
     * lineChart("loss").line("ours", history.values("loss")).dashed("theirs", List.of(0.17, 0.05))
     * }</pre>
     */
    public static LineChart lineChart(String title) {
        return LineChart.of(title);
    }

    /**
     * An empty table with these columns.
     *
     * <pre>{@code
     * tableCard("epoch", "theirs", "ours").row(1, 0.1713, history.values("loss").get(0))
     * }</pre>
     */
    public static TableCard tableCard(String... heads) {
        return TableCard.of(heads);
    }

    /** Whether {@code LUNGO_FAST=1} asks for little data and few epochs. */
    public static boolean fast() {
        return Settings.fast();
    }
}
