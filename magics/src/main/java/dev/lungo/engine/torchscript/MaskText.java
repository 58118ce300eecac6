package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.SequenceOperation;

/**
 * Sequences of which some steps do not count; a mask has 1 for those that do, else 0.
 *
 * <p>A recurrent layer that keeps its state where the mask has 0 gives what it would give without
 * these steps. So they are moved behind the others, where they change nothing, and torch's layers
 * need no mask.
 */
final class MaskText {
    private MaskText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(
                SequenceOperation.NotZero.class,
                (notZero, at) -> torch("to", torch("ne", at.x(), 0), ScriptText.FLOAT32));
        writers.add(SequenceOperation.StepsFirst.class, (first, at) -> stepsFirst(at));
        writers.add(SequenceOperation.StepsBack.class, MaskText::stepsBack);
        writers.add(SequenceOperation.MaskedMean.class, (mean, at) -> mean(at));
    }

    private static String stepsFirst(Place at) {
        String order = torch("argsort", at.input(1), "stable=True", "dim=1", "descending=True");
        return taken(at, order);
    }

    /** Each step gets the place that it has among those that count: how many there are so far. */
    private static String stepsBack(SequenceOperation.StepsBack back, Place at) {
        String count = at.own("count");
        String upTo =
                back.last()
                        ? torch("sum", at.input(1), "[1]", true)
                        : torch("cumsum", at.input(1), 1);
        at.lines().add(count + " = " + upTo);
        String place = torch("clamp_min", torch("sub", count, 1), 0);
        String any = torch("unsqueeze", torch("clamp_max", count, 1), -1);
        String steps = torch("mul", taken(at, torch("to", place, 4)), any);
        return back.last() ? torch("squeeze", steps, 1) : steps;
    }

    /** The steps of the first input at these places, all features of each. */
    private static String taken(Place at, String places) {
        int features = at.from().shape().last();
        String all = torch("expand", torch("unsqueeze", places, -1), "[-1, -1, " + features + "]");
        return torch("gather", at.x(), 1, all);
    }

    private static String mean(Place at) {
        String mask = at.own("mask");
        at.lines().add(mask + " = " + torch("unsqueeze", at.input(1), -1));
        String sum = torch("sum", torch("mul", at.x(), mask), "[1]");
        // Keras divides by 0 where no step counts, and then the whole batch learns NaN.
        return torch("div", sum, torch("clamp_min", torch("sum", mask, "[1]"), 1));
    }
}
