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
 * The mean distance of prediction and target; far-off examples weigh less than with mse.
 *
 * <p>A loss, and also a metric. Averaged over the outputs and the batch. As Keras'
 * MeanAbsoluteError and PyTorch's L1Loss.
 */
public record MeanAbsoluteError() implements Loss, Metric {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("mae()", graph, targets);
    }

    @Override
    public String name() {
        return "mae";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Distance.misfit("mae()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Distance(Math::abs);
    }

    @Override
    public String toString() {
        return "mae()";
    }
}
