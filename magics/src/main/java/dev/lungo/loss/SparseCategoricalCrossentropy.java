package dev.lungo.loss;

import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Operation;
import java.util.Optional;

/**
 * Minus the logarithm of the probability given to the right class, averaged over the batch.
 *
 * <p>Labels are class numbers from 0; the model ends with softmax, one unit for each class.
 * Computed from the values before the softmax, which is exact where a probability is close to 0.
 */
public record SparseCategoricalCrossentropy() implements Loss {
    @Override
    public Optional<String> misfit(Graph graph) {
        if (graph.endsWith(Activation.SOFTMAX) && graph.output().shape().rank() == 1) {
            return Optional.empty();
        }
        String last = graph.output().layer();
        String ending =
                graph.output().operation() instanceof Operation.Activate end
                        ? "ends with " + end.function()
                        : "gives plain numbers";
        return Optional.of(
                "sparseCategoricalCrossentropy() needs probabilities, one for each class."
                        + "\nReceived: a model whose last layer ("
                        + last
                        + ") "
                        + ending
                        + "\nExpected: a last layer that ends with softmax"
                        + "\nFix: end the model with dense(classes).softmax().");
    }

    @Override
    public String toString() {
        return "sparseCategoricalCrossentropy()";
    }
}
