package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.engine.torchscript.OperationText.Place;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;
import java.util.List;

/** Attention, by torch's own function for it. */
final class AttentionText {
    private AttentionText() {}

    static String attention(SequenceOperation.Attention attention, Place at) {
        String query = heads(at, 0, attention.heads());
        String key = heads(at, 1, attention.heads());
        String value = heads(at, 2, attention.heads());
        String mask = at.node().inputs().size() > 3 ? mask(at.input(3)) : "None";
        String plain =
                torch(
                        "scaled_dot_product_attention",
                        query,
                        key,
                        value,
                        mask,
                        "0.",
                        attention.causal());
        if (attention.dropout() > 0) {
            at.lines().add("if learning:");
            dropping(attention, at, query, key, value).forEach(l -> at.lines().add("  " + l));
            at.lines().add("else:");
            at.lines().add("  " + at.own("f") + " = " + plain);
            return joined(at.own("f"));
        }
        return joined(plain);
    }

    /** What torch's function does in training, with our own coins. */
    private static List<String> dropping(
            SequenceOperation.Attention attention,
            Place at,
            String query,
            String key,
            String value) {
        String scores = at.own("s");
        String shares = at.own("a");
        int features = at.node().shape().size(1) / attention.heads();
        String products = torch("matmul", query, torch("transpose", key, -2, -1));
        return List.of(
                scores + " = " + torch("div", products, Math.sqrt(features)),
                scores + " = " + seen(attention, at, scores),
                shares + " = " + torch("_safe_softmax", scores, -1),
                shares
                        + " = "
                        + torch("mul", shares, ChanceText.coins(shares, attention.dropout())),
                at.own("f") + " = " + torch("matmul", shares, value));
    }

    /** Scores of minus infinity where a step may not look. */
    private static String seen(SequenceOperation.Attention attention, Place at, String scores) {
        String never = "float(\"-inf\")";
        if (at.node().inputs().size() > 3) {
            String hidden = torch("logical_not", mask(at.input(3)));
            return torch("masked_fill", scores, hidden, never);
        }
        String later = torch("triu", torch("full_like", scores, never), 1);
        return attention.causal() ? torch("add", scores, later) : scores;
    }

    private static String joined(String heads) {
        return torch("flatten", torch("transpose", heads, 1, 2), 2);
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
