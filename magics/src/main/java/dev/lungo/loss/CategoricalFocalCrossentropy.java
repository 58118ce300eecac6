package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * Categorical cross-entropy that attends to what the model finds hard; targets are one-hot rows.
 *
 * <p>{@code -0.25 * (1 - p)^gamma * log(p)}, where {@code p} is the probability given to the right
 * class; the model ends with softmax. Averaged over the batch, and always computed from the values
 * before the softmax. As Keras' CategoricalFocalCrossentropy, its weight of 0.25 included. Source:
 * Lin and others, Focal Loss for Dense Object Detection, 2017.
 *
 * @param gamma how much less easy examples count
 * @param isFromLogits whether the model gives plain numbers
 */
public record CategoricalFocalCrossentropy(double gamma, boolean isFromLogits) implements Loss {
    public CategoricalFocalCrossentropy {
        Focus.check("categoricalFocalCrossentropy()", gamma);
    }

    /** Keras' default, gamma 2. */
    public CategoricalFocalCrossentropy() {
        this(2, false);
    }

    /** A copy in which easy examples count less with a larger gamma. */
    public CategoricalFocalCrossentropy gamma(double gamma) {
        return new CategoricalFocalCrossentropy(gamma, isFromLogits);
    }

    /** A copy for a model without softmax at its end, as Keras' {@code from_logits=True}. */
    public CategoricalFocalCrossentropy fromLogits() {
        return new CategoricalFocalCrossentropy(gamma, true);
    }

    private Ending ending() {
        return new Ending("categoricalFocalCrossentropy()", Activation.SOFTMAX, isFromLogits);
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return ending().misfit(graph);
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return TargetCheck.numbers("categoricalFocalCrossentropy()", graph, targets);
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
        return ending().written(0) + Focus.written(gamma);
    }
}
