package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.Operation;

/** Operations that look at each value by itself, and softmax. */
final class ElementwiseText {
    private ElementwiseText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(Operation.Activate.class, ElementwiseText::activate);
        writers.add(
                Operation.Dropout.class,
                (dropout, at) -> torch("dropout", at.x(), dropout.rate(), "learning"));
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
