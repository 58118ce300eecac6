package dev.lungo;

import dev.lungo.chart.LineChart;
import dev.lungo.chart.TableCard;
import dev.lungo.data.Dataset;
import dev.lungo.data.Mnist;
import dev.lungo.data.Settings;
import dev.lungo.data.Splits;
import dev.lungo.data.TableData;
import dev.lungo.layer.Conv2d;
import dev.lungo.layer.Dense;
import dev.lungo.layer.Dropout;
import dev.lungo.layer.Flatten;
import dev.lungo.layer.Input;
import dev.lungo.layer.Layer;
import dev.lungo.layer.MaxPool2d;
import dev.lungo.layer.Padding;
import dev.lungo.loss.BinaryCrossentropy;
import dev.lungo.loss.CategoricalCrossentropy;
import dev.lungo.loss.CrossEntropy;
import dev.lungo.loss.Hinge;
import dev.lungo.loss.Huber;
import dev.lungo.loss.MeanAbsoluteError;
import dev.lungo.loss.MeanSquaredError;
import dev.lungo.loss.SparseCategoricalCrossentropy;
import dev.lungo.metric.Accuracy;
import dev.lungo.model.Model;
import dev.lungo.optim.AdaGrad;
import dev.lungo.optim.Adam;
import dev.lungo.optim.AdamW;
import dev.lungo.optim.RmsProp;
import dev.lungo.optim.Sgd;
import dev.lungo.tensor.Shape;
import java.util.Optional;
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

    /** The loss for one right class among several; targets are one-hot rows. */
    public static CategoricalCrossentropy categoricalCrossentropy() {
        return new CategoricalCrossentropy();
    }

    /** The loss for yes-or-no questions; targets are 0 or 1 for each output. */
    public static BinaryCrossentropy binaryCrossentropy() {
        return new BinaryCrossentropy();
    }

    /** PyTorch's loss for classes: the model ends with plain numbers, without softmax. */
    public static CrossEntropy crossEntropy() {
        return new CrossEntropy(0);
    }

    /** The loss for measurements: the mean squared error. */
    public static MeanSquaredError mse() {
        return new MeanSquaredError();
    }

    /** The loss for measurements with some far off: the mean absolute error. */
    public static MeanAbsoluteError mae() {
        return new MeanAbsoluteError();
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

    /**
     * Your own arrays as examples and targets, an entry of both for each example.
     *
     * <pre>{@code
     * data(new float[][] {{1, 2}, {3, 4}}, new int[] {0, 1})        // classes
     * data(new float[] {1, 2, 3}, new float[] {2.1f, 3.9f, 6.2f})   // a measurement
     * }</pre>
     *
     * @param x numbers in arrays of arrays; {@code float[]} or {@code double[]} is one column,
     *     {@code float[][]} rows, {@code float[][][][]} pictures of height, width, channels
     * @param y {@code int[]} for classes counted from 0, {@code float[]} or {@code double[]} for a
     *     number each, {@code float[][]} or {@code double[][]} for several
     */
    public static Dataset data(Object x, Object y) {
        return Dataset.of(x, y);
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
