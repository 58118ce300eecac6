package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.loss.BinaryFocalCrossentropy;
import dev.lungo.loss.CategoricalFocalCrossentropy;
import dev.lungo.loss.CategoricalHinge;
import dev.lungo.loss.CosineSimilarity;
import dev.lungo.loss.KlDivergence;
import dev.lungo.loss.LogCosh;
import dev.lungo.loss.Loss;
import dev.lungo.loss.MeanAbsolutePercentageError;
import dev.lungo.loss.MeanSquaredLogarithmicError;
import dev.lungo.loss.Poisson;
import dev.lungo.loss.SquaredHinge;

/**
 * Losses for which torch has no function of its own: an expression for each output, or for each row
 * of them, from outputs {@code p} and targets {@code y}. Keras' formulas.
 */
final class NumberLossText {
    /** What Keras adds where a division or a logarithm may fail. */
    private static final double EPSILON = 1e-7;

    private NumberLossText() {}

    static String each(Loss loss) {
        if (loss instanceof MeanAbsolutePercentageError) {
            String size = torch("clamp_min", torch("abs", "y"), EPSILON);
            return torch("mul", torch("abs", torch("div", torch("sub", "y", "p"), size)), 100);
        } else if (loss instanceof MeanSquaredLogarithmicError) {
            return torch("square", torch("sub", log1p("p"), log1p("y")));
        } else if (loss instanceof LogCosh) {
            String far = torch("sub", "p", "y");
            String bent = torch("softplus", torch("mul", far, -2.0));
            return torch("sub", torch("add", far, bent), Math.log(2));
        } else if (loss instanceof Poisson) {
            String log = torch("log", torch("add", "p", EPSILON));
            return torch("sub", "p", torch("mul", "y", log));
        } else if (loss instanceof KlDivergence) {
            String y = torch("clamp", "y", EPSILON, 1.0);
            String p = torch("clamp", "p", EPSILON, 1.0);
            return rows(torch("mul", y, torch("log", torch("div", y, p))));
        } else if (loss instanceof CosineSimilarity) {
            return torch("neg", rows(torch("mul", direction("y"), direction("p"))));
        } else if (loss instanceof SquaredHinge) {
            return torch("square", margin());
        } else if (loss instanceof CategoricalHinge) {
            String others = torch("mul", torch("rsub", "y", 1), "p");
            String ahead = torch("amax", others, "[-1]", true);
            return torch(
                    "relu", torch("add", torch("sub", ahead, rows(torch("mul", "y", "p"))), 1));
        } else if (loss instanceof BinaryFocalCrossentropy focal) {
            String missed = torch("abs", torch("sub", "y", torch("sigmoid", "p")));
            String plain = torch("binary_cross_entropy_with_logits", "p", "y", "None", "None", 0);
            return torch("mul", torch("pow", missed, focal.gamma()), plain);
        } else if (loss instanceof CategoricalFocalCrossentropy focal) {
            String missed = torch("rsub", torch("softmax", "p", -1), 1);
            String weight = torch("mul", torch("pow", missed, focal.gamma()), -0.25);
            String log = torch("mul", "y", torch("log_softmax", "p", -1));
            return rows(torch("mul", weight, log));
        }
        throw new AssertionError(loss);
    }

    /** The distance to the right side of the margin; the target 0 stands for -1. */
    static String margin() {
        String zeros = torch("to", torch("eq", "y", 0), ScriptText.FLOAT32);
        String sides = torch("sub", "y", zeros);
        return torch("relu", torch("rsub", torch("mul", sides, "p"), 1));
    }

    private static String log1p(String values) {
        return torch("log1p", torch("clamp_min", values, EPSILON));
    }

    private static String direction(String rows) {
        String length = torch("linalg_vector_norm", rows, 2, "[-1]", true);
        return torch("div", rows, torch("clamp_min", length, EPSILON));
    }

    private static String rows(String values) {
        return torch("sum", values, "[-1]", true);
    }
}
