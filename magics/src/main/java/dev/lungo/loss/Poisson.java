package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Activation.Kind;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Operation;
import java.util.Optional;
import java.util.Set;

/**
 * For counts of events: {@code prediction - target * log(prediction)}.
 *
 * <p>Targets are 0 or more, predictions above 0: end the model with {@code softplus()} or {@code
 * exponential()}. Averaged over the outputs and the batch. As Keras' Poisson.
 */
public record Poisson() implements Loss {
    private static final Set<Kind> ABOVE_0 =
            Set.of(Kind.SOFTPLUS, Kind.EXPONENTIAL, Kind.RELU, Kind.SIGMOID, Kind.SOFTMAX);

    @Override
    public Optional<String> misfit(Graph graph) {
        return graph.output().operation() instanceof Operation.Activate end
                        && ABOVE_0.contains(end.function().kind())
                ? Optional.empty()
                : Ending.wrong(
                        "poisson() takes the logarithm of what the model gives.",
                        graph,
                        "a last layer that gives numbers above 0",
                        "end the model with dense(1).softplus().");
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
