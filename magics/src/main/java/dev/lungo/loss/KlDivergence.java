package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * How far the model's probabilities are from those of the targets, rows of as many.
 *
 * <p>{@code sum(target * log(target / prediction))}, both at least 1e-7; the model ends with
 * softmax. Averaged over the batch. As Keras' KLDivergence. Source: Kullback and Leibler, On
 * Information and Sufficiency, 1951.
 */
public record KlDivergence() implements Loss {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("klDivergence()", graph, targets)
                .or(
                        () ->
                                TargetCheck.values(
                                        targets,
                                        value -> value >= 0 && value <= 1,
                                        new Misfit(
                                                "klDivergence() compares probabilities.",
                                                "",
                                                "0 to 1",
                                                "use mse() for measurements.")));
    }

    @Override
    public String toString() {
        return "klDivergence()";
    }
}
