package dev.lungo.engine.torchscript;

import dev.lungo.graph.Graph;
import dev.lungo.loss.LambdaLoss;
import dev.lungo.loss.Loss;
import dev.lungo.loss.NoLoss;
import java.util.List;
import java.util.Optional;

/** What a training loop needs of a loss, in which {@code p} are outputs and {@code y} targets. */
interface LossLines {
    /** Whether targets are floats, as many as outputs or in their own shape; else classes. */
    boolean compared();

    /** The targets of some rows, as the loss wants them. */
    String targets(String rows);

    /** The mean over the batch. */
    String expression();

    /** One number for each example. */
    String eachExample();

    /** Whether the user's code must be run for each batch; then there are no expressions. */
    default boolean isCustom() {
        return false;
    }

    /** Methods of the script that the expressions call. */
    default List<String> methods() {
        return List.of();
    }

    /**
     * The lines of a loss; none without one, or if it is not known yet what it compares.
     *
     * @param graph the model, seen from the output that the loss is for
     * @param suffix what tells methods of this output from those of others
     */
    static Optional<LossLines> of(Loss loss, Graph graph, String suffix) {
        if (loss instanceof LambdaLoss own) {
            return own.target().map(target -> LambdaLossText.of(own, target, graph, suffix));
        }
        return loss instanceof NoLoss ? Optional.empty() : Optional.of(LossText.of(loss, graph));
    }
}
