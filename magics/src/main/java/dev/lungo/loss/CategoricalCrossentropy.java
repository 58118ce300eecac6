package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * Minus the logarithm of the probability given to the right class; targets are one-hot rows.
 *
 * <p>The model ends with softmax, one unit for each class, or with plain numbers and {@link
 * #fromLogits}. A row of targets may also hold probabilities that add up to 1. Averaged over the
 * batch, and always computed from the values before the softmax. As Keras' CategoricalCrossentropy.
 *
 * @param isFromLogits whether the model gives plain numbers
 * @param smoothing the share of each target spread over all classes
 */
public record CategoricalCrossentropy(boolean isFromLogits, double smoothing) implements Loss {
    public CategoricalCrossentropy {
        Smoothing.check("categoricalCrossentropy()", smoothing);
    }

    /** For probabilities, without smoothing: Keras' defaults. */
    public CategoricalCrossentropy() {
        this(false, 0);
    }

    /** A copy for a model without softmax at its end, as Keras' {@code from_logits=True}. */
    public CategoricalCrossentropy fromLogits() {
        return new CategoricalCrossentropy(true, smoothing);
    }

    /** A copy that spreads this share of each target over all classes, for example 0.1. */
    public CategoricalCrossentropy labelSmoothing(double share) {
        return new CategoricalCrossentropy(isFromLogits, share);
    }

    private Ending ending() {
        return new Ending("categoricalCrossentropy()", Activation.SOFTMAX, isFromLogits);
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return ending().misfit(graph);
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("categoricalCrossentropy()", graph, targets);
    }

    @Override
    public Optional<Activation> link(Graph graph) {
        return ending().link(graph);
    }

    @Override
    public Optional<String> warning(Graph graph) {
        return ending().warning(graph);
    }

    @Override
    public String toString() {
        return ending().written(smoothing);
    }
}
