package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * Minus the logarithm of the probability given to the right class.
 *
 * <p>Labels are class numbers from 0; the model ends with softmax, one unit for each class, or with
 * plain numbers and {@link #fromLogits}. Averaged over the batch, and always computed from the
 * values before the softmax, which is exact where a probability is close to 0. As Keras'
 * SparseCategoricalCrossentropy.
 *
 * @param isFromLogits whether the model gives plain numbers
 * @param smoothing the share of each target spread over all classes
 */
public record SparseCategoricalCrossentropy(boolean isFromLogits, double smoothing)
        implements Loss {
    public SparseCategoricalCrossentropy {
        Smoothing.check("sparseCategoricalCrossentropy()", smoothing);
    }

    /** For probabilities, without smoothing: Keras' defaults. */
    public SparseCategoricalCrossentropy() {
        this(false, 0);
    }

    /** A copy for a model without softmax at its end, as Keras' {@code from_logits=True}. */
    public SparseCategoricalCrossentropy fromLogits() {
        return new SparseCategoricalCrossentropy(true, smoothing);
    }

    /** A copy that spreads this share of each target over all classes, for example 0.1. */
    public SparseCategoricalCrossentropy labelSmoothing(double share) {
        return new SparseCategoricalCrossentropy(isFromLogits, share);
    }

    private Ending ending() {
        return new Ending("sparseCategoricalCrossentropy()", Activation.SOFTMAX, isFromLogits);
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return ending().misfit(graph);
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.classes("sparseCategoricalCrossentropy()", graph, targets);
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
