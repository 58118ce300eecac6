package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.Operation;

/** Operations that look at each value by itself, and softmax. */
final class ElementwiseText {
    private ElementwiseText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(Operation.Activate.class, ElementwiseText::activate);
        writers.add(Operation.Dropout.class, ElementwiseText::dropout);
    }

    /**
     * Torch's own dropout draws each value with an exact coin, which takes as long as a small
     * layer; uniform numbers cut at the rate take a third of that.
     */
    private static String dropout(Operation.Dropout dropout, Place at) {
        double kept = 1 - dropout.rate();
        String coins = torch("floor_", torch("add_", torch("rand_like", at.x()), kept));
        String masked = torch("mul", at.x(), torch("mul_", coins, 1 / kept));
        return dropout.rate() == 0 ? at.x() : masked + " if learning else " + at.x();
    }

    private static String activate(Operation.Activate activate, Place at) {
        return switch (activate.function()) {
            case RELU -> torch("relu", at.x());
            case SIGMOID -> torch("sigmoid", at.x());
            case TANH -> torch("tanh", at.x());
            case SOFTMAX -> torch("softmax", at.x(), 1);
        };
    }
}
