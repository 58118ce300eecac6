package dev.lungo.loss;

import dev.lungo.LungoException;
import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * Squared error for small distances, absolute error for large ones.
 *
 * <p>For a distance d: {@code d d / 2} up to delta, {@code delta (d - delta / 2)} above. Averaged
 * over the outputs and the batch. As Keras' Huber and PyTorch's HuberLoss.
 *
 * @param delta the distance from which on the error grows evenly
 */
public record Huber(double delta) implements Loss {
    public Huber {
        if (!(delta > 0) || Double.isInfinite(delta)) {
            throw LungoException.badInput(
                    "huber(delta) needs the distance from which errors count less.",
                    delta,
                    "a number greater than 0",
                    "for example huber(1).");
        }
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("huber()", graph, targets);
    }

    @Override
    public String toString() {
        return "huber(" + delta + ")";
    }
}
