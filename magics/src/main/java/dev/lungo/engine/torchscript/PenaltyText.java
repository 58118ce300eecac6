package dev.lungo.engine.torchscript;

import static dev.lungo.engine.torchscript.OperationText.torch;

import dev.lungo.graph.Graph;
import dev.lungo.graph.Penalty;
import dev.lungo.graph.Weight;
import java.util.List;

/** What the sizes of weights add to the loss, in training and in evaluation, as in Keras. */
final class PenaltyText {
    private PenaltyText() {}

    /** The loss with the penalties of all weights that training moves. */
    static String added(String loss, Graph graph) {
        String sum = loss;
        List<Weight> weights = graph.weights();
        for (int i = 0; i < weights.size(); i++) {
            Penalty penalty = weights.get(i).penalty();
            String weight = "self." + ScriptText.parameter(i);
            if (!weights.get(i).trainable()) {
                continue;
            }
            if (penalty.l1() > 0) {
                sum = torch("add", sum, scaled(torch("abs", weight), penalty.l1()));
            }
            if (penalty.l2() > 0) {
                sum = torch("add", sum, scaled(torch("mul", weight, weight), penalty.l2()));
            }
        }
        return sum;
    }

    private static String scaled(String values, double factor) {
        return torch("mul", torch("sum", values), factor);
    }
}
