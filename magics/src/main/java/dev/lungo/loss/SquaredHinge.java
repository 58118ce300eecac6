package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * The hinge loss squared: {@code max(0, 1 - target * prediction)}, times itself.
 *
 * <p>Targets are -1 or 1; 0 stands for -1. The model ends with plain numbers or tanh. Averaged over
 * the outputs and the batch. As Keras' SquaredHinge.
 */
public record SquaredHinge() implements Loss {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return Hinge.twoKinds("squaredHinge()", graph, targets);
    }

    @Override
    public String toString() {
        return "squaredHinge()";
    }
}
