package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.chart.ImageGrid;
import dev.lungo.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Labelled examples: inputs, a class for each, and the names of the classes.
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
    private final int[] labels;
    private final List<String> classNames;
    private final Transform transform;

    private Dataset(Values inputs, int[] labels, List<String> classNames, Transform transform) {
        this.inputs = inputs;
        this.labels = labels;
        this.classNames = classNames;
        this.transform = transform;
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
        DatasetCheck.labels(labels, classNames);
        Values inputs = new ByteValues(pixels, 0, labels.length, shape);
        return new Dataset(inputs, labels.clone(), List.copyOf(classNames), Transform.unit());
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
        DatasetCheck.labels(labels, classNames);
        int width = rows[0].length;
        float[] all = new float[Math.multiplyExact(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, all, i * width, width);
        }
        Values inputs = new FloatValues(all, 0, rows.length, Shape.of(width));
        return new Dataset(inputs, labels.clone(), List.copyOf(classNames), Transform.raw());
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

    /** The class of every example, counted from 0, as a new array. */
    public int[] labels() {
        return labels.clone();
    }

    /** The class of one example, counted from 0. */
    public int label(int example) {
        return labels[DatasetCheck.example("label", example, size())];
    }

    /** The name of one example's class. */
    public String className(int example) {
        DatasetCheck.example("className", example, size());
        return classNames.get(labels[example]);
    }

    /** The names of the classes, in the order of their numbers. */
    public List<String> classNames() {
        return classNames;
    }

    /** What the model sees of a stored number. */
    public Transform transform() {
        return transform;
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
            grid = grid.add(example(i), className(i));
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

    private Dataset seenAs(Transform other) {
        return new Dataset(inputs, labels, classNames, other);
    }

    private Dataset part(int first, int size) {
        int[] theirs = Arrays.copyOfRange(labels, first, first + size);
        return new Dataset(inputs.part(first, size), theirs, classNames, transform);
    }

    @Override
    public String toString() {
        String seen = inputs instanceof ByteValues ? ", pixels as " + transform : "";
        return String.format(
                Locale.ROOT,
                "Dataset: %,d examples of %s (%s, %d classes)%s",
                size(),
                shape(),
                inputs.type(),
                classNames.size(),
                seen);
    }
}
