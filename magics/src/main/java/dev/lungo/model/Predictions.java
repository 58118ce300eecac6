package dev.lungo.model;

import dev.lungo.LungoException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a model says about some examples, one row of outputs for each.
 *
 * <pre>{@code
 * var said = model.predict(mnist().test());
 * said.label(0)         // 7
 * said.probability(0)   // 0.9998
 * }</pre>
 */
public final class Predictions {
    private final float[] outputs;
    private final int width;
    private final List<String> classNames;

    Predictions(float[] outputs, int width, List<String> classNames) {
        this.outputs = outputs;
        this.width = width;
        this.classNames = classNames;
    }

    /** The number of examples. */
    public int size() {
        return outputs.length / width;
    }

    /** The most probable class of one example, counted from 0. */
    public int label(int example) {
        int first = start(example);
        int best = 0;
        for (int i = 1; i < width; i++) {
            if (outputs[first + i] > outputs[first + best]) {
                best = i;
            }
        }
        return best;
    }

    /** The name of the most probable class of one example. */
    public String className(int example) {
        int label = label(example);
        return label < classNames.size() ? classNames.get(label) : String.valueOf(label);
    }

    /** The probability of the most probable class of one example. */
    public double probability(int example) {
        return outputs[start(example) + label(example)];
    }

    /** All outputs for one example, as a new array. */
    public float[] probabilities(int example) {
        int first = start(example);
        return Arrays.copyOfRange(outputs, first, first + width);
    }

    private int start(int example) {
        if (example < 0 || example >= size()) {
            throw LungoException.badInput(
                    "There is no prediction of this number.",
                    example,
                    "0 to " + (size() - 1),
                    "count examples from 0.");
        }
        return example * width;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int shown = Math.min(size(), 10);
        for (int i = 0; i < shown; i++) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%s%s (%.1f %%)",
                            i == 0 ? "" : ", ",
                            className(i),
                            100 * probability(i)));
        }
        return shown < size()
                ? text + String.format(Locale.ROOT, ", ... (%,d examples)", size())
                : text.toString();
    }
}
