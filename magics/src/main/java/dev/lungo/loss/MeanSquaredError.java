package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import dev.lungo.metric.Distance;
import dev.lungo.metric.Metric;
import dev.lungo.metric.OutputKind;
import dev.lungo.metric.Tally;
import java.util.Optional;

/**
 * The mean of {@code (prediction - target)}, squared; for measurements.
 *
 * <p>A loss, and also a metric. Averaged over the outputs and the batch, without a half before it.
 * As Keras' MeanSquaredError and PyTorch's MSELoss.
 */
public record MeanSquaredError() implements Loss, Metric {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("mse()", graph, targets);
    }

    @Override
    public String name() {
        return "mse";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Distance.misfit("mse()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Distance(error -> error * error);
    }

    @Override
    public String toString() {
        return "mse()";
    }
}
