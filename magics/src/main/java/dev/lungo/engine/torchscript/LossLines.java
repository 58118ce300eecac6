package dev.lungo.engine.torchscript;

import dev.lungo.graph.Graph;
import dev.lungo.loss.LambdaLoss;
import dev.lungo.loss.Loss;
import dev.lungo.loss.NoLoss;
import java.util.List;
import java.util.Optional;

/** What a training loop needs of a loss, in which {@code p} are outputs and {@code y} targets. */
interface LossLines {
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

    /** The lines of a loss; none without one, or if it is not known yet what it compares. */
    static Optional<LossLines> of(Loss loss, Graph graph) {
        if (loss instanceof LambdaLoss own) {
            return own.target().map(target -> LambdaLossText.of(own, target, graph));
        }
        return loss instanceof NoLoss ? Optional.empty() : Optional.of(LossText.of(loss, graph));
    }
}
