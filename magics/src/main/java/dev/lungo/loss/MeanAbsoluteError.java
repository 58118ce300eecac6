package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * The mean distance of prediction and target; far-off examples weigh less than with mse.
 *
 * <p>Averaged over the outputs and the batch. As Keras' MeanAbsoluteError and PyTorch's L1Loss.
 */
public record MeanAbsoluteError() implements Loss {
    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("mae()", graph, targets);
    }

    @Override
    public String toString() {
        return "mae()";
    }
}
