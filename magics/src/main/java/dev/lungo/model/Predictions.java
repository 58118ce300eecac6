package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.metric.OutputKind;
import dev.lungo.metric.Outputs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a model says about some examples, one row of outputs for each.
 *
 * <pre>{@code
 * var said = model.predict(mnist().test());
 * said.label(0)                 // 7
 * said.probability(0)           // 0.9998
 * model.predict(4.2f).value()   // 17.64, from a model of measurements
 * }</pre>
 */
public final class Predictions {
    private static final int SHOWN = 10;

    private final Outputs outputs;
    private final List<String> classNames;

    Predictions(Outputs outputs, List<String> classNames) {
        this.outputs = outputs;
        this.classNames = classNames;
    }

    /** The same, with these names for the classes. */
    Predictions named(List<String> names) {
        return new Predictions(outputs, names);
    }

    /** The number of examples. */
    public int size() {
        return outputs.size();
    }

    /** The one number that came out for one example: a measurement, or the probability of yes. */
    public float value() {
        if (size() != 1) {
            throw LungoException.badInput(
                    "value() returns the answer to one example.",
                    String.format(Locale.ROOT, "predictions for %,d examples", size()),
                    "a prediction for one",
                    "use value(0), value(1) and so on, or values().");
        }
        return value(0);
    }

    /** The one number that came out for an example. */
    public float value(int example) {
        if (outputs.width() != 1) {
            throw LungoException.badInput(
                    "value() returns the one output of a model.",
                    "a model with " + outputs.width() + " outputs",
                    "a model with 1 output",
                    "use values(" + example + "), which returns all of them.");
        }
        return outputs.values()[start(example)];
    }

    /** The model's outputs for one example as it gives them, as a new array. */
    public float[] values(int example) {
        return row(outputs.values(), example);
    }

    /** The model's outputs as it gives them, a row for each example, as new arrays. */
    public float[][] values() {
        float[][] rows = new float[size()][];
        Arrays.setAll(rows, this::values);
        return rows;
    }

    /** The most probable class of one example, counted from 0; 1 for yes from one output. */
    public int label(int example) {
        start(example);
        if (outputs.kind() == OutputKind.NUMBERS && outputs.width() == 1) {
            throw LungoException.badInput(
                    "label(" + example + ") returns a class.",
                    "a model that gives one plain number",
                    "a model that ends with softmax or sigmoid",
                    "use value(" + example + ").");
        }
        return outputs.kind() == OutputKind.YES_OR_NO
                ? outputs.value(example, 0) > 0.5 ? 1 : 0
                : outputs.largest(example);
    }

    /** The name of the most probable class of one example. */
    public String className(int example) {
        int label = label(example);
        return label < classNames.size() ? classNames.get(label) : String.valueOf(label);
    }

    /** The probability of the most probable class of one example. */
    public double probability(int example) {
        int label = label(example);
        if (outputs.kind() == OutputKind.YES_OR_NO) {
            float yes = outputs.value(example, 0);
            return label == 1 ? yes : 1 - yes;
        }
        return outputs.value(example, label);
    }

    /**
     * The probabilities of all classes for one example, as a new array.
     *
     * <p>Of a model that ends with plain numbers and was compiled with a loss from logits, such as
     * {@code crossEntropy()}, the softmax or sigmoid is applied here.
     */
    public float[] probabilities(int example) {
        return row(outputs.finished(), example);
    }

    private float[] row(float[] all, int example) {
        int first = start(example);
        return Arrays.copyOfRange(all, first, first + outputs.width());
    }

    private int start(int example) {
        if (example < 0 || example >= size()) {
            throw LungoException.badInput(
                    "There is no prediction of this number.",
                    example,
                    "0 to " + (size() - 1),
                    "count examples from 0.");
        }
        return example * outputs.width();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int shown = Math.min(size(), SHOWN);
        for (int i = 0; i < shown; i++) {
            text.append(i == 0 ? "" : ", ").append(written(i));
        }
        return shown < size()
                ? text + String.format(Locale.ROOT, ", ... (%,d examples)", size())
                : text.toString();
    }

    private String written(int example) {
        if (outputs.kind() == OutputKind.CLASSES || outputs.kind() == OutputKind.YES_OR_NO) {
            return String.format(
                    Locale.ROOT, "%s (%.1f %%)", className(example), 100 * probability(example));
        }
        float[] row = row(outputs.finished(), example);
        if (row.length == 1) {
            return String.valueOf(row[0]);
        }
        String some = Arrays.toString(Arrays.copyOf(row, Math.min(row.length, SHOWN)));
        return row.length > SHOWN ? some.replace("]", ", ...]") : some;
    }
}
