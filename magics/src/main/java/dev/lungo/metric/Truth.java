package dev.lungo.metric;

import dev.lungo.data.Labels;
import dev.lungo.data.Misfit;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import java.util.Locale;
import java.util.Optional;

/** What targets say, to a metric. */
final class Truth {
    private Truth() {}

    /** The right class of one example, from a class number or a one-hot row. */
    static int label(Targets targets, int example) {
        if (targets instanceof Numbers numbers) {
            return numbers.width() == 1
                    ? (int) numbers.value(example, 0)
                    : numbers.largest(example);
        }
        return ((Labels) targets).label(example);
    }

    /** One number of one example; a class number is the number itself. */
    static float number(Targets targets, int example, int column) {
        return targets instanceof Labels labels
                ? labels.label(example)
                : ((Numbers) targets).value(example, column);
    }

    /** How many numbers each example's target has. */
    static int width(Targets targets) {
        return targets instanceof Numbers numbers ? numbers.width() : 1;
    }

    /** Refuses all but yes and no for one output, and all but classes for several. */
    static Optional<Misfit> answers(String metric, int outputs, Targets targets) {
        return outputs == 1 ? yesOrNo(metric, targets) : classes(metric, outputs, targets);
    }

    /** Refuses all but classes: numbers below the number of outputs, or rows as wide. */
    static Optional<Misfit> classes(String metric, int outputs, Targets targets) {
        if (targets instanceof Numbers numbers) {
            return numbers.width() == outputs || areClasses(numbers, outputs)
                    ? Optional.empty()
                    : Optional.of(
                            new Misfit(
                                    metric + " needs classes.",
                                    "targets of " + numbers.shape(),
                                    "class numbers, or one-hot rows of " + outputs,
                                    "use mae() or r2() for measurements."));
        }
        return Optional.empty();
    }

    /** Whether these are class numbers, as each position of a sequence has one. */
    private static boolean areClasses(Numbers numbers, int outputs) {
        for (int i = 0; i < numbers.size(); i++) {
            float value = numbers.value(i, 0);
            if (numbers.width() > 1 || value != Math.rint(value) || value < 0 || value >= outputs) {
                return false;
            }
        }
        return true;
    }

    /** Refuses all but no (0, or -1) and yes (1). */
    static Optional<Misfit> yesOrNo(String metric, Targets targets) {
        for (int i = 0; i < targets.size(); i++) {
            for (int column = 0; column < width(targets); column++) {
                float value = number(targets, i, column);
                if (value != 0 && value != 1 && value != -1) {
                    return Optional.of(
                            new Misfit(
                                    metric + " counts right answers.",
                                    String.format(
                                            Locale.ROOT, "target %s for example %,d", value, i),
                                    "0 (no) or 1 (yes)",
                                    "use mae() or r2() for measurements."));
                }
            }
        }
        return Optional.empty();
    }

    /** Refuses all but a number for each output. */
    static Optional<Misfit> numbers(String metric, int outputs, Targets targets) {
        return width(targets) == outputs
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                metric + " compares a number with each output.",
                                targets instanceof Labels
                                        ? "class numbers, and a model with " + outputs + " outputs"
                                        : "targets of " + width(targets) + " numbers",
                                "rows of " + outputs + " numbers",
                                "use accuracy() for classes, or data.oneHot(" + outputs + ")."));
    }
}
