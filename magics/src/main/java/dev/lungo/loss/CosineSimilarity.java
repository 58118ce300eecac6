package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * Minus the cosine of the angle between prediction and target: -1 where they point the same way.
 *
 * <p>Targets are rows of as many numbers as the model gives; their length does not count. Averaged
 * over the batch. As Keras' CosineSimilarity.
 */
public record CosineSimilarity() implements Loss {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("cosineSimilarity()", graph, targets);
    }

    @Override
    public String toString() {
        return "cosineSimilarity()";
    }
}
