package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Locale;

/** Refuses what cannot be a data set, or a part of one. */
final class DatasetCheck {
    private DatasetCheck() {}

    static void images(byte[] pixels, Shape shape, int[] labels) {
        if (shape.rank() != 3) {
            throw LungoException.badInput(
                    "Dataset.images needs the shape of one image.",
                    shape.rank() == 0 ? "a shape without sizes" : shape,
                    "height x width x channels",
                    "write Shape.of(28, 28, 1) for grey images, Shape.of(32, 32, 3) for colour.");
        }
        long needed = (long) labels.length * shape.elements();
        if (pixels.length != needed) {
            throw LungoException.badInput(
                    String.format(
                            Locale.ROOT,
                            "Dataset.images has %,d labels, and the pixels do not fit them.",
                            labels.length),
                    String.format(Locale.ROOT, "%,d bytes", pixels.length),
                    String.format(
                            Locale.ROOT,
                            "%,d bytes (%,d images of %s)",
                            needed,
                            labels.length,
                            shape),
                    "pass one label for each image, and the shape of one image.");
        }
    }

    static void rows(float[][] rows, int[] labels) {
        if (rows.length != labels.length) {
            throw LungoException.badInput(
                    "Dataset.of needs one label for each row.",
                    String.format(
                            Locale.ROOT, "%,d rows and %,d labels", rows.length, labels.length),
                    "as many labels as rows",
                    "pass the label of every row.");
        }
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length == 0 || rows[i].length != rows[0].length) {
                throw LungoException.badInput(
                        "Dataset.of needs rows of one length.",
                        String.format(Locale.ROOT, "row %,d with %,d numbers", i, rows[i].length),
                        rows[0].length == 0 ? "at least 1 number" : rows[0].length + " numbers",
                        "give every row the same columns.");
            }
        }
    }

    static void labels(int[] labels, List<String> classNames) {
        notEmpty(labels.length);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classNames.size()) {
                throw LungoException.badInput(
                        String.format(
                                Locale.ROOT, "Example %,d has a label without a class name.", i),
                        "label %d and %d class names".formatted(labels[i], classNames.size()),
                        "labels from 0 to the number of class names less 1",
                        "count classes from 0 and name each of them.");
            }
        }
    }

    static void notEmpty(int size) {
        if (size == 0) {
            throw LungoException.badInput(
                    "A data set needs examples.", "none", "at least 1", "pass some examples.");
        }
    }

    static void sizes(int inputs, int targets) {
        if (inputs != targets) {
            throw LungoException.badInput(
                    "data(x, y) needs a target for each example.",
                    String.format(Locale.ROOT, "%,d examples and %,d targets", inputs, targets),
                    "as many targets as examples",
                    "pass arrays of one length, an entry for each example.");
        }
    }

    static void oneInput(String method, Values inputs) {
        if (inputs instanceof SeveralValues several) {
            throw LungoException.badInput(
                    method + " cannot know which input it is for.",
                    several.each().size() + " inputs",
                    "data of one input",
                    "prepare that input first: data(List.of(pictures.normalize(0.5, 0.5), words),"
                            + " y).");
        }
    }

    static void oneOutput(String method, Targets targets) {
        if (targets instanceof SeveralTargets several) {
            throw LungoException.badInput(
                    method + " cannot know which output it is for.",
                    "targets of " + several.each().size() + " outputs",
                    "targets of one output",
                    "give each example a weight with weights(float[]), or outputs with"
                            + " losses(..).weights(..).");
        }
    }

    /** Refuses rows of numbers that are no probabilities of classes, such as tags of a sequence. */
    static void oneClass(String method, Targets targets) {
        if (!(targets instanceof Numbers numbers) || numbers.width() == 1) {
            return;
        }
        for (int i = 0; i < numbers.size(); i++) {
            double sum = 0;
            for (int column = 0; column < numbers.width(); column++) {
                sum += numbers.value(i, column);
            }
            if (numbers.shape().rank() > 1 || Math.abs(sum - 1) > 1e-3) {
                throw LungoException.badInput(
                        method + " needs one class for each example.",
                        "targets of " + numbers.shape(),
                        "classes as int[], or one-hot rows",
                        "give each example a weight with weights(float[]).");
            }
        }
    }

    static int example(String method, int example, int size) {
        if (example < 0 || example >= size) {
            throw LungoException.badInput(
                    "%s(%d) asks for an example that is not there.".formatted(method, example),
                    String.format(Locale.ROOT, "%,d", example),
                    String.format(Locale.ROOT, "0 to %,d", size - 1),
                    "count examples from 0.");
        }
        return example;
    }

    static int take(int n, int size) {
        if (n < 1 || n > size) {
            throw LungoException.badInput(
                    n < 1
                            ? "take(%d) leaves no examples.".formatted(n)
                            : "take(%d) asks for more examples than there are.".formatted(n),
                    String.format(Locale.ROOT, "%,d", n),
                    String.format(Locale.ROOT, "1 to %,d", size),
                    n < 1
                            ? "take at least one example."
                            : "take fewer examples, or leave take out to use all of them.");
        }
        return n;
    }

    static int skip(int n, int size) {
        if (n < 0 || n >= size) {
            throw LungoException.badInput(
                    n < 0
                            ? "skip(%d) cannot skip backwards.".formatted(n)
                            : "skip(%d) leaves no examples.".formatted(n),
                    String.format(Locale.ROOT, "%,d", n),
                    String.format(Locale.ROOT, "0 to %,d", size - 1),
                    "skip fewer examples, or leave skip out to use all of them.");
        }
        return n;
    }
}
