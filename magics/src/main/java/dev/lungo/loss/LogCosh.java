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
 * The logarithm of the hyperbolic cosine of the distance: squared when small, absolute when large.
 *
 * <p>A loss, and also a metric. Averaged over the outputs and the batch. As Keras' LogCosh.
 */
public record LogCosh() implements Loss, Metric {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("logCosh()", graph, targets);
    }

    @Override
    public String name() {
        return "log_cosh";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Distance.misfit("logCosh()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Distance(
                (output, target) -> {
                    double far = Math.abs(output - target);
                    return far + Math.log1p(Math.exp(-2 * far)) - Math.log(2);
                });
    }

    @Override
    public String toString() {
        return "logCosh()";
    }
}
