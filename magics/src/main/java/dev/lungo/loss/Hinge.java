package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * How far a prediction is from the right side of a margin: {@code max(0, 1 - target * prediction)}.
 *
 * <p>Targets are -1 or 1; 0 stands for -1. The model ends with plain numbers or tanh. Averaged over
 * the outputs and the batch. As Keras' Hinge.
 */
public record Hinge() implements Loss {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return twoKinds("hinge()", graph, targets);
    }

    static Optional<Misfit> twoKinds(String call, Graph graph, Targets targets) {
        return TargetCheck.numbers(call, graph, targets)
                .or(
                        () ->
                                TargetCheck.values(
                                        targets,
                                        value -> value == 0 || value == 1 || value == -1,
                                        new Misfit(
                                                call + " needs targets of two kinds.",
                                                "",
                                                "-1 or 1, or 0 and 1",
                                                "use mse() for measurements.")));
    }

    @Override
    public String toString() {
        return "hinge()";
    }
}
