package dev.lungo.loss;

import dev.lungo.data.Labels;
import dev.lungo.data.Misfit;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import dev.lungo.tensor.Shape;
import java.util.Locale;
import java.util.Optional;

/** Refuses targets that a loss cannot compare with a model's outputs. */
final class TargetCheck {
    private TargetCheck() {}

    /** One class for each example, or position of it, each below the number of outputs. */
    static Optional<Misfit> classes(String loss, Graph graph, Targets targets) {
        if (graph.output().shape().rank() > 1 && !(targets instanceof NoTargets)) {
            return PositionCheck.classes(loss, graph.output(), targets);
        }
        int units = graph.output().shape().elements();
        if (targets instanceof Numbers numbers) {
            return Optional.of(notClasses(loss, numbers, units));
        }
        return targets instanceof Labels labels ? range(labels, units) : unknown(targets);
    }

    private static Misfit notClasses(String loss, Numbers numbers, int units) {
        String what = loss + " needs one class number for each example.";
        String expected = "a class number from 0 to " + (units - 1);
        if (numbers.width() > 1) {
            return new Misfit(
                    what,
                    "rows of " + numbers.width() + " numbers",
                    expected,
                    numbers.width() == units
                            ? "use categoricalCrossentropy() for one-hot rows, or leave out"
                                    + " .oneHot(...)."
                            : "pass one class for each example; to learn one for each step, give"
                                    + " all recurrent layers .returnSequences().");
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.value(i, 0) != Math.rint(numbers.value(i, 0))) {
                return new Misfit(
                        what,
                        String.format(Locale.ROOT, "%s for example %,d", numbers.value(i, 0), i),
                        expected,
                        "to learn a measurement use mse() and end the model with dense(1).");
            }
        }
        return new Misfit(
                what,
                "float or double numbers, such as " + numbers.value(0, 0) + " for example 0",
                expected + ", as int",
                "pass the classes as int[]; to learn a measurement use mse().");
    }

    private static Optional<Misfit> range(Labels labels, int units) {
        int highest = 0;
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < labels.size(); i++) {
            highest = Math.max(highest, labels.label(i));
            lowest = Math.min(lowest, labels.label(i));
        }
        boolean fromOne = lowest == 1 && highest == units;
        for (int i = 0; i < labels.size(); i++) {
            int label = labels.label(i);
            if (label < 0 || label >= units) {
                return Optional.of(
                        new Misfit(
                                label < 0
                                        ? "label " + label + " is no class."
                                        : "label %d but the last layer has %d units (0-%d)."
                                                .formatted(label, units, units - 1),
                                String.format(Locale.ROOT, "label %d for example %,d", label, i),
                                "0 to " + (units - 1),
                                fix(label, highest, fromOne)));
            }
        }
        return Optional.empty();
    }

    private static String fix(int label, int highest, boolean fromOne) {
        if (label < 0) {
            return "count classes from 0.";
        }
        return fromOne
                ? "count classes from 0: subtract 1 from each label."
                : "give the last layer one unit for each of the %d classes: dense(%d)."
                        .formatted(highest + 1, highest + 1);
    }

    /** As many numbers as the model has outputs; class numbers where it has one output. */
    static Optional<Misfit> numbers(String loss, Graph graph, Targets targets) {
        Shape outputs = graph.output().shape();
        if (targets instanceof Labels) {
            return outputs.elements() == 1
                    ? Optional.empty()
                    : Optional.of(
                            new Misfit(
                                    loss + " needs a number for each output.",
                                    "class numbers, and a model with "
                                            + outputs.elements()
                                            + " outputs",
                                    "rows of " + outputs.elements() + " numbers",
                                    "use sparseCategoricalCrossentropy() for class numbers, or"
                                            + " data.oneHot("
                                            + outputs.elements()
                                            + ")."));
        }
        if (targets instanceof Numbers numbers) {
            boolean fits =
                    numbers.shape().equals(outputs)
                            || outputs.last() == 1 && numbers.shape().equals(outputs.positions());
            return fits
                    ? Optional.empty()
                    : Optional.of(
                            new Misfit(
                                    "the targets do not have the shape of the model's outputs.",
                                    "targets of " + numbers.shape(),
                                    outputs + ", as the last layer gives",
                                    numbers.shape().rank() == 1 && outputs.rank() == 1
                                            ? "give the last layer a unit for each target: dense("
                                                    + numbers.width()
                                                    + ")."
                                            : "make the last layer give what the targets are."));
        }
        return unknown(targets);
    }

    /** What each number must be, for losses that take only some. */
    static Optional<Misfit> values(
            Targets targets, java.util.function.DoublePredicate right, Misfit misfit) {
        for (int i = 0; i < targets.size(); i++) {
            int width = targets instanceof Numbers numbers ? numbers.width() : 1;
            for (int column = 0; column < width; column++) {
                double value =
                        targets instanceof Numbers numbers
                                ? numbers.value(i, column)
                                : ((Labels) targets).label(i);
                if (!right.test(value)) {
                    return Optional.of(
                            new Misfit(
                                    misfit.what(),
                                    String.format(
                                            Locale.ROOT,
                                            "%s for example %,d",
                                            value == Math.rint(value)
                                                    ? String.valueOf((long) value)
                                                    : String.valueOf((float) value),
                                            i),
                                    misfit.expected(),
                                    misfit.fix()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Misfit> unknown(Targets targets) {
        if (!(targets instanceof NoTargets)) {
            throw new AssertionError(targets);
        }
        return Optional.of(
                new Misfit(
                        "the data has no targets.",
                        "examples alone",
                        "examples and what the model should say of each",
                        "use data(x, y)."));
    }
}
