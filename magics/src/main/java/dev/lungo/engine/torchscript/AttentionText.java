package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;

/** Attention, by torch's own function for it. */
final class AttentionText {
    private AttentionText() {}

    static String attention(SequenceOperation.Attention attention, Place at) {
        String rate =
                attention.dropout() > 0 ? torch("mul", attention.dropout(), "int(learning)") : "0.";
        String found =
                torch(
                        "scaled_dot_product_attention",
                        heads(at, 0, attention.heads()),
                        heads(at, 1, attention.heads()),
                        heads(at, 2, attention.heads()),
                        at.node().inputs().size() > 3 ? mask(at.input(3)) : "None",
                        rate,
                        attention.causal());
        return torch("flatten", torch("transpose", found, 1, 2), 2);
    }

    /** Cuts steps x features into heads x steps x features of a head. */
    private static String heads(Place at, int input, int heads) {
        Shape shape = at.graph().nodes().get(at.node().inputs().get(input)).shape();
        int each = shape.size(1) / heads;
        String cut =
                torch(
                        "reshape",
                        at.input(input),
                        "[-1, " + shape.size(0) + ", " + heads + ", " + each + "]");
        return torch("transpose", cut, 1, 2);
    }

    /** The same for every head and for every step that asks. */
    private static String mask(String ones) {
        return torch("unsqueeze", torch("unsqueeze", torch("gt", ones, 0.5), 1), 1);
    }
}
