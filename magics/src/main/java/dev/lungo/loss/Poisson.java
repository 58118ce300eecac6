package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * For counts of events: {@code prediction - target * log(prediction)}.
 *
 * <p>Targets are 0 or more, predictions above 0: end the model with {@code softplus()} or {@code
 * exponential()}. Averaged over the outputs and the batch. As Keras' Poisson.
 */
public record Poisson() implements Loss {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("poisson()", graph, targets)
                .or(
                        () ->
                                TargetCheck.values(
                                        targets,
                                        value -> value >= 0,
                                        new Misfit(
                                                "poisson() learns counts.",
                                                "",
                                                "0 or more",
                                                "use mse() for measurements below 0.")));
    }

    @Override
    public String toString() {
        return "poisson()";
    }
}
