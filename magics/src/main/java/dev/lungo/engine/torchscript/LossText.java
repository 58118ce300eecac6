package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.graph.Graph;
import dev.lungo.loss.BinaryCrossentropy;
import dev.lungo.loss.CategoricalCrossentropy;
import dev.lungo.loss.CrossEntropy;
import dev.lungo.loss.Hinge;
import dev.lungo.loss.Huber;
import dev.lungo.loss.Loss;
import dev.lungo.loss.MeanAbsoluteError;
import dev.lungo.loss.MeanSquaredError;
import dev.lungo.loss.SparseCategoricalCrossentropy;
import java.util.function.IntFunction;

/**
 * A loss as TorchScript, from outputs {@code p} and targets {@code y}.
 *
 * <p>Class numbers are 64-bit integers, other targets floats.
 *
 * @param compared the outputs' kind of targets: whether {@code y} becomes as many floats as {@code
 *     p} has, or stays as it is
 * @param reduced the loss with torch's number for a reduction in it
 */
record LossText(boolean compared, IntFunction<String> reduced) implements LossLines {
    private static final int EACH = 0;
    private static final int MEAN = 1;

    /** The loss of a model with one output. */
    static LossText of(Loss loss, Graph graph) {
        int rank = graph.output().shape().rank();
        if (loss instanceof SparseCategoricalCrossentropy sparse) {
            return crossEntropy(sparse.smoothing(), rank);
        } else if (loss instanceof CategoricalCrossentropy categorical) {
            return crossEntropy(categorical.smoothing(), rank);
        } else if (loss instanceof CrossEntropy both) {
            return crossEntropy(both.smoothing(), rank);
        } else if (loss instanceof BinaryCrossentropy binary) {
            return binary(binary.smoothing());
        } else if (loss instanceof MeanSquaredError) {
            return new LossText(true, reduction -> torch("mse_loss", "p", "y", reduction));
        } else if (loss instanceof MeanAbsoluteError) {
            return new LossText(true, reduction -> torch("l1_loss", "p", "y", reduction));
        } else if (loss instanceof Huber huber) {
            return new LossText(
                    true, reduction -> torch("huber_loss", "p", "y", reduction, huber.delta()));
        } else if (loss instanceof Hinge) {
            return expression(NumberLossText.margin());
        }
        return expression(NumberLossText.each(loss));
    }

    /** A loss that is an expression for each output, or for each row of them. */
    private static LossText expression(String each) {
        return new LossText(true, reduction -> reduction == EACH ? each : torch("mean", each));
    }

    /** Of a sequence or picture, each position is an example of its own. */
    private static LossText crossEntropy(double smoothing, int rank) {
        return new LossText(
                false,
                reduction -> {
                    String p = rank == 1 ? "p" : torch("flatten", "p", 0, rank - 1);
                    String y = rank == 1 ? "y" : torch("flatten", "y", 0, rank - 1);
                    String loss =
                            torch("cross_entropy_loss", p, y, "None", reduction, -100, smoothing);
                    return rank == 1 || reduction == MEAN
                            ? loss
                            : torch("mean", torch("reshape", loss, "[torch.len(p), -1]"), "[1]");
                });
    }

    private static LossText binary(double smoothing) {
        String y =
                smoothing == 0
                        ? "y"
                        : torch("add", torch("mul", "y", 1 - smoothing), smoothing / 2);
        return new LossText(
                true,
                reduction ->
                        torch(
                                "binary_cross_entropy_with_logits",
                                "p",
                                y,
                                "None",
                                "None",
                                reduction));
    }

    @Override
    public String targets(String rows) {
        return compared
                ? torch("reshape", torch("to", rows, ScriptText.FLOAT32), torch("size", "p"))
                : rows;
    }

    @Override
    public String expression() {
        return reduced.apply(MEAN);
    }

    @Override
    public String eachExample() {
        String each = reduced.apply(EACH);
        return compared ? torch("mean", torch("flatten", each, 1), "[1]") : each;
    }
}
