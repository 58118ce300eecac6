package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.chart.ImageGrid;
import dev.lungo.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Examples, what a model should say of each, and the names of the classes if there are some.
 *
 * <p>A data set never changes; {@link #take}, {@link #skip}, {@link #raw} and {@link #normalize}
 * return another one over the same arrays. Inputs stay as they were stored (an image stays one byte
 * a value), and {@link #transform} says what the model sees of them.
 *
 * <pre>{@code
 * mnist().train().take(1000).normalize(0.1307, 0.3081)
 * }</pre>
 */
public final class Dataset {
    private final Values inputs;
    private final Targets targets;
    private final List<String> classNames;
    private final List<Transform> transforms;
    private final float[] weights;
    private final Names names;

    /** What inputs and outputs are called, where the data was given by names; else empty. */
    record Names(List<String> inputs, List<String> outputs) {
        static final Names NONE = new Names(List.of(), List.of());
    }

    Dataset(
            Values inputs,
            Targets targets,
            List<String> classNames,
            List<Transform> transforms,
            float[] weights,
            Names names) {
        this.weights = weights;
        this.inputs = inputs;
        this.targets = targets;
        this.classNames = classNames;
        this.transforms = List.copyOf(transforms);
        this.names = names;
    }

    /**
     * Images of one byte a value, which the model will see as 0..1.
     *
     * @param pixels all images one after another, each in the order height, width, channels; shared
     * @param shape the shape of one image, such as {@code Shape.of(28, 28, 1)}
     * @param labels the class of each image, counted from 0
     * @param classNames the name of each class
     */
    public static Dataset images(
            byte[] pixels, Shape shape, int[] labels, List<String> classNames) {
        DatasetCheck.images(pixels, shape, labels);
        return classes(new ByteValues(pixels, 0, labels.length, shape), labels, classNames);
    }

    /**
     * Rows of numbers, which the model will see as they are.
     *
     * @param rows one row for each example, all of one length; copied
     * @param labels the class of each row, counted from 0
     * @param classNames the name of each class
     */
    public static Dataset of(float[][] rows, int[] labels, List<String> classNames) {
        DatasetCheck.rows(rows, labels);
        return classes(ArrayData.inputs(rows), labels, classNames);
    }

    private static Dataset classes(Values inputs, int[] labels, List<String> classNames) {
        DatasetCheck.labels(labels, classNames);
        Targets targets = new Labels(labels.clone(), 0, labels.length);
        return of(inputs, targets, List.copyOf(classNames));
    }

    /**
     * Arrays of inputs and targets, an entry for each example: {@code data(x, y)} in a notebook.
     *
     * @param x numbers in arrays of arrays, such as {@code float[][]} for rows; {@code float[]} is
     *     one column; copied. For several inputs a list of such arrays, or a map by the inputs'
     *     names. A data set stands for its inputs.
     * @param y {@code int[]} for classes counted from 0, {@code float[]} or {@code double[]} for
     *     one number for each example, {@code float[][]} for several; copied. For several outputs a
     *     list or a map likewise; a data set stands for its targets.
     */
    public static Dataset of(Object x, Object y) {
        return GivenData.of(x, y);
    }

    /** Examples alone, to predict. */
    public static Dataset of(Object x) {
        return GivenData.of(x);
    }

    /** What inputs and outputs are called; empty where the data has no names. */
    Names names() {
        return names;
    }

    /** As many inputs as targets, checked; the model sees bytes as 0..1, floats as they are. */
    static Dataset of(Values inputs, Targets targets, List<String> classNames) {
        return new Dataset(
                inputs,
                targets,
                classNames,
                List.of(Transform.usual(inputs)),
                new float[0],
                Names.NONE);
    }

    /**
     * The same examples with their inputs and targets in the order in which a model has them.
     *
     * @param call what the data is for, for messages
     * @param inputs the names of the model's inputs
     * @param outputs the names of its outputs
     * @throws LungoException if the data has names, and they are others
     */
    public Dataset inOrder(String call, List<String> inputs, List<String> outputs) {
        Given<Values> x = new Given<>(this.inputs.each(), names.inputs());
        Given<Transform> seen = new Given<>(transforms, names.inputs());
        Given<Targets> y = new Given<>(targets.each(), names.outputs());
        return new Dataset(
                SeveralValues.of(x.inOrder(call, "inputs", inputs)),
                SeveralTargets.of(y.inOrder(call, "targets", outputs)),
                classNames,
                seen.inOrder(call, "inputs", inputs),
                weights,
                Names.NONE);
    }

    /** The same examples with other targets, as many as before. */
    public Dataset withTargets(Targets other) {
        Names known = new Names(names.inputs(), List.of());
        return new Dataset(inputs, other, classNames, transforms, weights, known);
    }

    /** The number of examples. */
    public int size() {
        return inputs.size();
    }

    /** The shape of one example: height, width, channels for an image. */
    public Shape shape() {
        return inputs.shape();
    }

    /** All inputs as they are stored, shared: read only. */
    public Values inputs() {
        return inputs;
    }

    /** What the model should say of each example. */
    public Targets targets() {
        return targets;
    }

    /** The class of every example, counted from 0, as a new array. */
    public int[] labels() {
        return IntStream.range(0, size()).map(this::label).toArray();
    }

    /** The class of one example, counted from 0; of a one-hot row the column of its 1. */
    public int label(int example) {
        DatasetCheck.example("label", example, size());
        if (targets instanceof Labels labels) {
            return labels.label(example);
        } else if (targets instanceof Numbers numbers && numbers.width() > 1) {
            return numbers.largest(example);
        }
        throw LungoException.badInput(
                "label(" + example + ") returns a class.",
                this,
                "a data set with classes",
                "read the numbers from targets().");
    }

    /** The name of one example's class, or its number where classes have no names. */
    public String className(int example) {
        int label = label(example);
        return label < classNames.size() ? classNames.get(label) : String.valueOf(label);
    }

    /** The names of the classes, in the order of their numbers; empty where they have none. */
    public List<String> classNames() {
        return classNames;
    }

    /** What the model sees of a stored number: of the first input where there are several. */
    public Transform transform() {
        return transforms.get(0);
    }

    /** What the model sees of a stored number of each input. */
    public List<Transform> transforms() {
        return transforms;
    }

    /** The pixels of one image, as a new array. */
    public byte[] example(int example) {
        DatasetCheck.example("example", example, size());
        if (inputs.part(example, 1) instanceof ByteValues one) {
            return Arrays.copyOfRange(one.array(), one.offset(), one.offset() + one.length());
        }
        throw LungoException.badInput(
                "example(" + example + ") returns the pixels of an image.",
                "a data set of rows (" + inputs.type() + ", " + shape() + ")",
                "a data set of images",
                "read the row from inputs().");
    }

    /** The first {@code n} images with the names of their classes, as a picture. */
    public ImageGrid preview(int n) {
        DatasetCheck.take(n, size());
        example(0);
        ImageGrid grid = ImageGrid.of(shape().size(0), shape().size(1), shape().size(2));
        for (int i = 0; i < n; i++) {
            grid = grid.add(example(i), classNames.isEmpty() ? "" : className(i));
        }
        return grid;
    }

    /** The same examples, seen by the model as they are stored: 0 to 255 for images. */
    public Dataset raw() {
        return seenAs(Transform.raw());
    }

    /** The same examples, seen as {@code (x - mean) / std}, where x is 0..1 for images. */
    public Dataset normalize(double mean, double std) {
        boolean image = inputs instanceof ByteValues;
        return seenAs(image ? Transform.normalize(mean, std) : new Transform(1, mean, std));
    }

    /** The first {@code n} examples. */
    public Dataset take(int n) {
        return part(0, DatasetCheck.take(n, size()));
    }

    /** All but the first {@code n} examples. */
    public Dataset skip(int n) {
        return part(DatasetCheck.skip(n, size()), size() - n);
    }

    /**
     * The examples in batches of this size, to be gone through: {@code for (var batch :
     * data.batches(64)) model.step(batch);}.
     *
     * <p>In order, unless {@link Batches#shuffle} is called; the last one may be smaller.
     */
    public Batches batches(int size) {
        return Batches.of(this, size);
    }

    /** These examples, in this order. */
    Dataset pick(int[] examples) {
        float[] picked = new float[weights.length == 0 ? 0 : examples.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = weights[examples[i]];
        }
        return new Dataset(
                inputs.pick(examples),
                targets.pick(examples),
                classNames,
                transforms,
                picked,
                names);
    }

    /** The same examples, each as one row: 28 x 28 x 1 becomes 784. */
    public Dataset flat() {
        Values rows = inputs.shaped(Shape.of(shape().elements()));
        return new Dataset(rows, targets, classNames, transforms, weights, names);
    }

    /**
     * The same examples, with each class as a row of {@code classes} numbers: 1 for it, 0 else.
     *
     * <p>For {@code categoricalCrossentropy()}.
     */
    public Dataset oneHot(int classes) {
        return withTargets(OneHot.of(targets, classes));
    }

    private Dataset seenAs(Transform other) {
        DatasetCheck.oneInput("raw() and normalize(..)", inputs);
        return new Dataset(inputs, targets, classNames, List.of(other), weights, names);
    }

    private Dataset part(int first, int size) {
        return new Dataset(
                inputs.part(first, size),
                targets.part(first, size),
                classNames,
                transforms,
                weights.length == 0 ? weights : Arrays.copyOfRange(weights, first, first + size),
                names);
    }

    /**
     * The same examples, each counting in training by its class: {@code classWeights(1, 5)} makes
     * class 1 five times as important.
     *
     * <p>As Keras' {@code class_weight}: each example's loss is multiplied, then averaged over the
     * number of examples. Tests and validation do not weigh.
     *
     * @param weights a weight for each class, 0 or more, in the order of their numbers
     */
    public Dataset classWeights(double... weights) {
        DatasetCheck.oneOutput("classWeights(..)", targets);
        DatasetCheck.oneClass("classWeights(..)", targets);
        return weighted(ExampleWeights.ofClasses(weights, labels()));
    }

    /**
     * The same examples, each counting in training by its own weight, as Keras' {@code
     * sample_weight}.
     *
     * @param weights a weight for each example, 0 or more
     */
    public Dataset weights(float[] weights) {
        return weighted(ExampleWeights.check(weights, size()));
    }

    /** What each example counts in training, as a new array; empty where all count the same. */
    public float[] weights() {
        return weights.clone();
    }

    private Dataset weighted(float[] weights) {
        return new Dataset(inputs, targets, classNames, transforms, weights, names);
    }

    private String told() {
        if (targets instanceof Numbers numbers) {
            return "targets of " + numbers.shape();
        } else if (targets instanceof NoTargets) {
            return "no targets";
        }
        return classNames.isEmpty() ? "labels" : classNames.size() + " classes";
    }

    @Override
    public String toString() {
        if (inputs instanceof SeveralValues || targets instanceof SeveralTargets) {
            return DatasetText.of(inputs, targets);
        }
        String seen = inputs instanceof ByteValues ? ", pixels as " + transform() : "";
        return String.format(
                Locale.ROOT,
                "Dataset: %,d examples of %s (%s, %s)%s",
                size(),
                shape(),
                inputs.type(),
                told(),
                seen);
    }
}
