package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.util.Locale;

/** Classes as rows of numbers: 1 for the right class, 0 for the others. */
final class OneHot {
    private OneHot() {}

    static Numbers of(Targets targets, int classes) {
        if (!(targets instanceof Labels labels)) {
            throw LungoException.badInput(
                    "oneHot(" + classes + ") needs one class number for each example.",
                    targets instanceof Numbers numbers
                            ? "targets of " + numbers.shape()
                            : "no targets",
                    "classes counted from 0",
                    "leave oneHot(...) out, or pass the classes as int[].");
        }
        float[] rows = new float[Math.multiplyExact(labels.size(), Math.max(0, classes))];
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.label(i);
            if (label < 0 || label >= classes) {
                throw LungoException.badInput(
                        "oneHot(" + classes + ") has no column for a class.",
                        String.format(Locale.ROOT, "label %d for example %,d", label, i),
                        classes < 1 ? "at least 1 class" : "0 to " + (classes - 1),
                        "pass the number of classes: the highest label and 1.");
            }
            rows[i * classes + label] = 1;
        }
        return new Numbers(rows, 0, labels.size(), Shape.of(classes));
    }
}
