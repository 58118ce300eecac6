package dev.lungo.loss;

import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Operation;
import java.util.Optional;

/**
 * Whether a model ends as a cross-entropy expects it to.
 *
 * @param loss the loss as the user writes it
 * @param function what makes probabilities: softmax or sigmoid
 * @param fromLogits whether the loss applies this function itself
 */
record Ending(String loss, Activation function, boolean fromLogits) {
    /** Refuses plain numbers where probabilities are expected. */
    Optional<String> misfit(Graph graph) {
        if (fromLogits || graph.endsWith(function)) {
            return Optional.empty();
        }
        boolean one = function.equals(Activation.SIGMOID);
        return wrong(
                loss
                        + (one
                                ? " needs probabilities, one for each yes-or-no question."
                                : " needs probabilities, one for each class."),
                graph,
                "a last layer that ends with " + function,
                "end the model with dense(%s).%s(), or write %s.fromLogits() to train on plain numbers."
                        .formatted(one ? "1" : "classes", function, loss));
    }

    /** What is said of a model that does not end as a loss needs it. */
    static Optional<String> wrong(String what, Graph graph, String expected, String fix) {
        return Optional.of(
                "%s\nReceived: a model whose last layer (%s) %s\nExpected: %s\nFix: %s"
                        .formatted(what, graph.output().layer(), ending(graph), expected, fix));
    }

    /** The function, where the loss is computed from the values before it. */
    Optional<Activation> link(Graph graph) {
        return fromLogits && graph.endsWith(function) ? Optional.empty() : Optional.of(function);
    }

    /**
     * Warns of a function that is applied twice.
     *
     * @param instead the loss for a model that ends with the function
     */
    Optional<String> warning(Graph graph, String instead) {
        if (link(graph).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                "%s applies %s itself, but the last layer (%s) ends with %s too: it learns slowly. Leave out .%s(), or use %s."
                        .formatted(
                                loss,
                                function,
                                graph.output().layer(),
                                function,
                                function,
                                instead));
    }

    /** The warning of a loss that has {@code fromLogits()}. */
    Optional<String> warning(Graph graph) {
        return warning(graph, "it without .fromLogits()");
    }

    /** How a loss that has {@code fromLogits()} is written, with its smoothing. */
    String written(double smoothing) {
        return loss + (fromLogits ? ".fromLogits()" : "") + Smoothing.written(smoothing);
    }

    private static String ending(Graph graph) {
        return graph.output().operation() instanceof Operation.Activate end
                ? "ends with " + end.function()
                : "gives plain numbers";
    }
}
