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
 * The squared distance of the logarithms of 1 + prediction and 1 + target: for counts and prices.
 *
 * <p>A loss, and also a metric. Targets are 0 or more; predictions below 0 count as 0. Averaged
 * over the outputs and the batch. As Keras' MeanSquaredLogarithmicError.
 */
public record MeanSquaredLogarithmicError() implements Loss, Metric {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("msle()", graph, targets)
                .or(
                        () ->
                                TargetCheck.values(
                                        targets,
                                        value -> value >= 0,
                                        new Misfit(
                                                "msle() compares logarithms.",
                                                "",
                                                "0 or more",
                                                "use mse() for targets below 0.")));
    }

    @Override
    public String name() {
        return "msle";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Distance.misfit("msle()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Distance(
                (output, target) ->
                        Math.pow(
                                Math.log1p(Math.max(output, 1e-7))
                                        - Math.log1p(Math.max(target, 1e-7)),
                                2));
    }

    @Override
    public String toString() {
        return "msle()";
    }
}
