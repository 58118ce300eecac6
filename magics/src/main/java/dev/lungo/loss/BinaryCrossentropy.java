package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * Minus the logarithm of the probability given to the right answer of yes-or-no questions.
 *
 * <p>Targets are 0 or 1 for each output: one for each example, or a row of several. The model ends
 * with sigmoid, or with plain numbers and {@link #fromLogits}. Averaged over the outputs and the
 * batch, and always computed from the values before the sigmoid. As Keras' BinaryCrossentropy.
 *
 * @param isFromLogits whether the model gives plain numbers
 * @param smoothing how far targets are drawn to one half: 0.1 makes 0 and 1 to 0.05 and 0.95
 */
public record BinaryCrossentropy(boolean isFromLogits, double smoothing) implements Loss {
    public BinaryCrossentropy {
        Smoothing.check("binaryCrossentropy()", smoothing);
    }

    /** For probabilities, without smoothing: Keras' defaults. */
    public BinaryCrossentropy() {
        this(false, 0);
    }

    /** A copy for a model without sigmoid at its end, as Keras' {@code from_logits=True}. */
    public BinaryCrossentropy fromLogits() {
        return new BinaryCrossentropy(true, smoothing);
    }

    /** A copy that draws targets to one half by this share, for example 0.1. */
    public BinaryCrossentropy labelSmoothing(double share) {
        return new BinaryCrossentropy(isFromLogits, share);
    }

    private Ending ending() {
        return new Ending("binaryCrossentropy()", Activation.SIGMOID, isFromLogits);
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return ending().misfit(graph);
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return yesOrNo("binaryCrossentropy()", graph, targets);
    }

    static Optional<Misfit> yesOrNo(String call, Graph graph, Targets targets) {
        return TargetCheck.numbers(call, graph, targets)
                .or(
                        () ->
                                TargetCheck.values(
                                        targets,
                                        value -> value >= 0 && value <= 1,
                                        new Misfit(
                                                call
                                                        + " needs targets from 0 (no) to"
                                                        + " 1 (yes).",
                                                "",
                                                "0 to 1",
                                                "use sparseCategoricalCrossentropy() for more than"
                                                        + " two classes, mse() for"
                                                        + " measurements.")));
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
