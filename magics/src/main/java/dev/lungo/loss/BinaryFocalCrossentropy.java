package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * Binary cross-entropy that attends to what the model finds hard: {@code
 * binaryFocalCrossentropy().gamma(2)}.
 *
 * <p>Each output counts {@code (1 - p)^gamma} times, where {@code p} is the probability given to
 * the right answer. Targets are 0 or 1 for each output; the model ends with sigmoid. Averaged over
 * the outputs and the batch, and always computed from the values before the sigmoid. As Keras'
 * BinaryFocalCrossentropy. Source: Lin and others, Focal Loss for Dense Object Detection, 2017.
 *
 * @param gamma how much less easy answers count; 0 is plain cross-entropy
 * @param isFromLogits whether the model gives plain numbers
 */
public record BinaryFocalCrossentropy(double gamma, boolean isFromLogits) implements Loss {
    public BinaryFocalCrossentropy {
        Focus.check("binaryFocalCrossentropy()", gamma);
    }

    /** Keras' default, gamma 2. */
    public BinaryFocalCrossentropy() {
        this(2, false);
    }

    /** A copy in which easy answers count less with a larger gamma. */
    public BinaryFocalCrossentropy gamma(double gamma) {
        return new BinaryFocalCrossentropy(gamma, isFromLogits);
    }

    /** A copy for a model without sigmoid at its end, as Keras' {@code from_logits=True}. */
    public BinaryFocalCrossentropy fromLogits() {
        return new BinaryFocalCrossentropy(gamma, true);
    }

    private Ending ending() {
        return new Ending("binaryFocalCrossentropy()", Activation.SIGMOID, isFromLogits);
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return ending().misfit(graph);
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return BinaryCrossentropy.yesOrNo("binaryFocalCrossentropy()", graph, targets);
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
