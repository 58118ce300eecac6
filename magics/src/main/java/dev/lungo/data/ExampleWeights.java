package dev.lungo.data;

import dev.lungo.LungoException;
import java.util.Locale;

/** What each example counts in training. */
final class ExampleWeights {
    private ExampleWeights() {}

    static float[] ofClasses(double[] weights, int[] labels) {
        float[] each = new float[labels.length];
        for (int i = 0; i < each.length; i++) {
            if (labels[i] < 0 || labels[i] >= weights.length) {
                throw LungoException.badInput(
                        "classWeights(...) needs a weight for each class.",
                        String.format(
                                Locale.ROOT,
                                "%d weights, and label %d for example %,d",
                                weights.length,
                                labels[i],
                                i),
                        "a weight for class " + labels[i] + " too",
                        "pass weights in the order of the classes' numbers, 1 for usual ones.");
            }
            each[i] = (float) weights[labels[i]];
        }
        return check(each, labels.length);
    }

    static float[] check(float[] weights, int size) {
        if (weights.length != size) {
            throw LungoException.badInput(
                    "weights(...) needs a weight for each example.",
                    String.format(Locale.ROOT, "%,d weights", weights.length),
                    String.format(Locale.ROOT, "%,d, as many as examples", size),
                    "pass an array with an entry for each example.");
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0) || Float.isInfinite(weights[i])) {
                throw LungoException.badInput(
                        "An example cannot have this weight.",
                        String.format(Locale.ROOT, "%s for example %,d", weights[i], i),
                        "0 or more",
                        "use 1 for an example that counts as usual, 0 to leave it out.");
            }
        }
        return weights.clone();
    }
}
