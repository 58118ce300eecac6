package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.Locale;
import java.util.Optional;

/** Refuses all but a class number for each position of a sequence or picture. */
final class PositionCheck {
    private PositionCheck() {}

    static Optional<Misfit> classes(String loss, Node output, Targets targets) {
        Shape positions = output.shape().positions();
        if (targets instanceof Numbers numbers && numbers.shape().equals(positions)) {
            return range(numbers, positions, output.shape().last());
        }
        boolean oneHot =
                targets instanceof Numbers numbers && numbers.shape().equals(output.shape());
        return Optional.of(
                new Misfit(
                        loss + " needs a class number for each position.",
                        received(targets)
                                + ", and a last layer (%s) that gives %s"
                                        .formatted(output.layer(), output.shape()),
                        "class numbers of " + positions + " for each example",
                        oneHot
                                ? "use categoricalCrossentropy() for one-hot rows."
                                : "pass such targets, for example int[][] for sequences; for one"
                                        + " class for each example end the model with flatten(),"
                                        + " dense(classes)."));
    }

    private static String received(Targets targets) {
        return targets instanceof Numbers numbers
                ? "targets of " + numbers.shape()
                : "one class number for each example";
    }

    private static Optional<Misfit> range(Numbers numbers, Shape positions, int units) {
        for (int i = 0; i < numbers.size(); i++) {
            for (int p = 0; p < numbers.width(); p++) {
                float label = numbers.value(i, p);
                if (label != Math.rint(label) || label < 0 || label >= units) {
                    return Optional.of(misfit(label, i, place(p, positions), units));
                }
            }
        }
        return Optional.empty();
    }

    private static Misfit misfit(float label, int example, String place, int units) {
        boolean whole = label == Math.rint(label);
        String written = whole ? String.valueOf((long) label) : String.valueOf(label);
        boolean high = whole && label >= units;
        return new Misfit(
                high
                        ? "label %s but the last layer has %d units (0-%d)."
                                .formatted(written, units, units - 1)
                        : "label " + written + " is no class.",
                String.format(
                        Locale.ROOT,
                        "label %s for example %,d, position %s",
                        written,
                        example,
                        place),
                "0 to " + (units - 1),
                high ? "give the last layer a unit for each class." : "count classes from 0.");
    }

    /** A place as people count it: {@code 7}, or {@code 3, 12} in a picture. */
    private static String place(int place, Shape positions) {
        String text = "";
        int left = place;
        for (int axis = positions.rank() - 1; axis >= 0; axis--) {
            int at = left % positions.size(axis);
            text = at + (text.isEmpty() ? "" : ", ") + text;
            left /= positions.size(axis);
        }
        return text;
    }
}
