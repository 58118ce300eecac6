package dev.lungo.engine.torchscript;

import dev.lungo.LungoException;
import java.util.Optional;

/** What is said when a user's own training step cannot be made. */
final class OwnStep {
    private OwnStep() {}

    /** The loss was not computed from the model. */
    static LungoException noPart() {
        return LungoException.badInput(
                "step: no weight of this model has a part in the loss.",
                "a number that was not computed from model.apply(...), or was detached",
                "a loss computed from this model's apply(...) since it was compiled",
                "compute the loss from what apply gives, without detach() on the way.");
    }

    /** What libtorch says of a loss from before another step, in our words. */
    static Optional<LungoException> stale(String message) {
        boolean moved = message.contains("modified by an inplace operation");
        if (!moved && !message.contains("backward through the graph a second time")) {
            return Optional.empty();
        }
        return Optional.of(
                LungoException.badInput(
                        "A gradient of this number can no longer be computed.",
                        moved
                                ? "a number from before the last step, which moved the weights that"
                                        + " it was computed from"
                                : "a number that a step was made with already",
                        "a number computed since the last step of the models in it",
                        "call apply and compute the loss again before each step."));
    }
}
