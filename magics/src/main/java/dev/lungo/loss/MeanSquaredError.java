package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * The mean of {@code (prediction - target)}, squared; for measurements.
 *
 * <p>Averaged over the outputs and the batch, without a half before it. As Keras' MeanSquaredError
 * and PyTorch's MSELoss.
 */
public record MeanSquaredError() implements Loss {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("mse()", graph, targets);
    }

    @Override
    public String toString() {
        return "mse()";
    }
}
