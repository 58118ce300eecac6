package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * How far the right class is not ahead of the others by 1; targets are one-hot rows.
 *
 * <p>{@code max(0, 1 + largest output of the others - output of the right class)}. The model ends
 * with plain numbers or tanh. Averaged over the batch. As Keras' CategoricalHinge.
 */
public record CategoricalHinge() implements Loss {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("categoricalHinge()", graph, targets);
    }

    @Override
    public String toString() {
        return "categoricalHinge()";
    }
}
