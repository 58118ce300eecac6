package dev.lungo;

import dev.lungo.chart.LineChart;
import dev.lungo.chart.TableCard;
import dev.lungo.data.Mnist;
import dev.lungo.data.Settings;
import dev.lungo.data.Splits;
import dev.lungo.layer.Conv2d;
import dev.lungo.layer.Dense;
import dev.lungo.layer.Dropout;
import dev.lungo.layer.Flatten;
import dev.lungo.layer.Input;
import dev.lungo.layer.Lambda;
import dev.lungo.layer.Layer;
import dev.lungo.layer.MaxPool2d;
import dev.lungo.layer.Padding;
import dev.lungo.loss.SparseCategoricalCrossentropy;
import dev.lungo.metric.Accuracy;
import dev.lungo.model.Model;
import dev.lungo.optim.AdaGrad;
import dev.lungo.optim.Adam;
import dev.lungo.optim.AdamW;
import dev.lungo.optim.RmsProp;
import dev.lungo.optim.Sgd;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Tensors;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** The shape of one example: {@code input(28, 28, 1)} is height, width, channels. */
    public static Input input(int... shape) {
        return new Input(Shape.of(shape));
    }

    /** A layer of square filters: {@code conv2d(32, 3)} has 32 filters of 3 x 3. */
    public static Conv2d conv2d(int filters, int size) {
        return new Conv2d(filters, size, Padding.VALID, Optional.empty());
    }

    /** Keeps the largest value of each {@code size} x {@code size} window. */
    public static MaxPool2d maxPool2d(int size) {
        return new MaxPool2d(size);
    }

    /** Lays a picture out as one row of numbers. */
    public static Flatten flatten() {
        return new Flatten();
    }

    /** Sets this share of the values to zero while training; for example {@code dropout(0.2)}. */
    public static Dropout dropout(double rate) {
        return new Dropout(rate);
    }

    /** Connects every input with each of {@code units} outputs. */
    public static Dense dense(int units) {
        return new Dense(units, Optional.empty());
    }

    /**
     * A layer of your own, over a batch of values: {@code layer("swish", x -> x.mul(x.sigmoid()))}.
     */
    public static Lambda layer(String name, UnaryOperator<Tensor> function) {
        return new Lambda(name, function);
    }

    /** The Adam optimizer with Keras' defaults, learning rate 0.001. */
    public static Adam adam() {
        return new Adam(0.001);
    }

    /** The Adam optimizer with this learning rate. */
    public static Adam adam(double learningRate) {
        return new Adam(learningRate);
    }

    /** Adam that also shrinks the weights, learning rate 0.001, weight decay 0.004. */
    public static AdamW adamW() {
        return new AdamW(0.001);
    }

    /** Adam that also shrinks the weights, with this learning rate. */
    public static AdamW adamW(double learningRate) {
        return new AdamW(learningRate);
    }

    /** Gradient descent with Keras' default learning rate 0.01: {@code sgd().momentum(0.9)}. */
    public static Sgd sgd() {
        return new Sgd(0.01);
    }

    /** Gradient descent with this learning rate: {@code sgd(0.01).momentum(0.9)}. */
    public static Sgd sgd(double learningRate) {
        return new Sgd(learningRate);
    }

    /** RMSprop with Keras' defaults, learning rate 0.001. */
    public static RmsProp rmsprop() {
        return new RmsProp(0.001);
    }

    /** RMSprop with this learning rate. */
    public static RmsProp rmsprop(double learningRate) {
        return new RmsProp(learningRate);
    }

    /** Adagrad with Keras' defaults, learning rate 0.001. */
    public static AdaGrad adagrad() {
        return new AdaGrad(0.001);
    }

    /** Adagrad with this learning rate. */
    public static AdaGrad adagrad(double learningRate) {
        return new AdaGrad(learningRate);
    }

    /** The loss for one right class among several; labels are class numbers from 0. */
    public static SparseCategoricalCrossentropy sparseCategoricalCrossentropy() {
        return new SparseCategoricalCrossentropy();
    }

    /** The share of right answers. */
    public static Accuracy accuracy() {
        return new Accuracy();
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
