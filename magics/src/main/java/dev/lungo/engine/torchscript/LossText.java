package dev.lungo.engine.torchscript;

import dev.lungo.loss.Loss;
import dev.lungo.loss.SparseCategoricalCrossentropy;

/**
 * A loss as TorchScript, from logits {@code p} and labels {@code y}.
 *
 * @param function what is called
 */
record LossText(String function) {
    static LossText of(Loss loss) {
        if (loss instanceof SparseCategoricalCrossentropy) {
            return new LossText("torch.cross_entropy_loss");
        }
        throw new AssertionError(loss);
    }

    /** The mean over the batch. */
    String expression() {
        return function + "(p, y)";
    }

    /** One number for each example. */
    String eachExample() {
        return function + "(p, y, None, 0)";
    }
}
