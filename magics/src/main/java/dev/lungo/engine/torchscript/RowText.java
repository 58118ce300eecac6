package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.graph.Operation;

/** Operations on rows of numbers. */
final class RowText {
    private RowText() {}

    static void addTo(OperationText.Writers writers) {
        writers.add(
                Operation.Linear.class,
                (linear, at) ->
                        torch(
                                "linear",
                                at.x(),
                                at.weight(linear.kernel()),
                                at.weight(linear.bias())));
    }
}
