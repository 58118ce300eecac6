package dev.lungo.engine.torchscript;

import dev.lungo.optim.Adam;
import dev.lungo.optim.Optimizer;
import java.util.List;

/**
 * An optimizer as TorchScript: its state, and one step from gradients {@code gs} to weights {@code
 * ws}.
 */
interface OptimizerText {
    /**
     * The names of the tensors it keeps between steps; those named like weights have their sizes,
     * others are one number.
     */
    List<String> state(int weights);

    /** Lines before the loop. */
    List<String> before(int weights);

    /** Lines for one step; {@code rate} is the learning rate. */
    List<String> step();

    static OptimizerText of(Optimizer optimizer) {
        if (optimizer instanceof Adam adam) {
            return new AdamText(adam);
        }
        throw new AssertionError(optimizer);
    }
}
