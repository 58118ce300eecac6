package dev.lungo.metric;

import dev.lungo.graph.Activation;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a model gave for some examples, one row for each.
 *
 * <p>In training these are the values before a final softmax or sigmoid: the order of a row is the
 * same, and {@link #finished} has the probabilities.
 */
public final class Outputs {
    private final float[] values;
    private final int width;
    private final OutputKind kind;
    private final Optional<Activation> ending;
    private float[] finished;

    /**
     * Rows of outputs.
     *
     * @param values all rows one after the other; shared
     * @param width the numbers in one row
     * @param kind how a row is to be read
     * @param ending what still makes probabilities of them, if anything
     */
    public Outputs(float[] values, int width, OutputKind kind, Optional<Activation> ending) {
        this.values = values;
        this.width = width;
        this.kind = kind;
        this.ending = ending;
    }

    /** All numbers as the model or, in training, the loss has them: read only. */
    public float[] values() {
        return values;
    }

    /** The number of examples. */
    public int size() {
        return values.length / width;
    }

    /** How a row is to be read. */
    public OutputKind kind() {
        return kind;
    }

    /** How many numbers each example has. */
    public int width() {
        return width;
    }

    /** The column of the largest number of one example. */
    public int largest(int example) {
        int largest = example * width;
        for (int i = largest + 1; i < (example + 1) * width; i++) {
            if (values[i] > values[largest]) {
                largest = i;
            }
        }
        return largest - example * width;
    }

    /** All numbers, as probabilities where the model gives some: read only. */
    public float[] finished() {
        if (finished == null) {
            finished = ending.map(this::finish).orElse(values);
        }
        return finished;
    }

    /** Number {@code column} of one example, as {@link #finished} has it. */
    public float value(int example, int column) {
        return finished()[example * width + column];
    }

    private float[] finish(Activation function) {
        float[] result = values.clone();
        if (function.equals(Activation.SIGMOID)) {
            for (int i = 0; i < result.length; i++) {
                result[i] = (float) (1 / (1 + Math.exp(-result[i])));
            }
        } else if (function.equals(Activation.SOFTMAX)) {
            for (int first = 0; first < result.length; first += width) {
                softmax(result, first);
            }
        } else {
            throw new AssertionError(function);
        }
        return result;
    }

    private void softmax(float[] row, int first) {
        double largest = row[first + largest(first / width)];
        double sum = 0;
        double[] powers = new double[width];
        for (int i = 0; i < width; i++) {
            powers[i] = Math.exp(row[first + i] - largest);
            sum += powers[i];
        }
        for (int i = 0; i < width; i++) {
            row[first + i] = (float) (powers[i] / sum);
        }
    }

    @Override
    public String toString() {
        return size() + " rows of " + width + ": " + Arrays.toString(values);
    }
}
