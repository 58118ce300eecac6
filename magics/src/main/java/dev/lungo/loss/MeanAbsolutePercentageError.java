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
 * The mean distance of prediction and target in percent of the target.
 *
 * <p>A loss, and also a metric. Averaged over the outputs and the batch; targets of 0 weigh far too
 * much. As Keras' MeanAbsolutePercentageError.
 */
public record MeanAbsolutePercentageError() implements Loss, Metric {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("mape()", graph, targets);
    }

    @Override
    public String name() {
        return "mape";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Distance.misfit("mape()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Distance(
                (output, target) ->
                        100 * Math.abs(output - target) / Math.max(Math.abs(target), 1e-7));
    }

    @Override
    public String toString() {
        return "mape()";
    }
}
