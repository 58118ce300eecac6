package dev.lungo.engine;

import dev.lungo.loss.Loss;
import dev.lungo.loss.Losses;
import dev.lungo.optim.Optimizer;
import java.util.List;

/**
 * What training makes small, and how.
 *
 * @param optimizer how weights are moved
 * @param loss what is made small
 */
public record Objective(Optimizer optimizer, Loss loss) {
    /** The loss of each output. */
    public List<Loss> losses() {
        return loss instanceof Losses several ? several.each() : List.of(loss);
    }

    /** What the loss of one output counts, by its number. */
    public double weight(int output) {
        return loss instanceof Losses several ? several.weights().get(output) : 1;
    }
}
