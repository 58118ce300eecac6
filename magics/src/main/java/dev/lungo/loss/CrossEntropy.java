package dev.lungo.loss;

import dev.lungo.data.Misfit;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import dev.lungo.graph.Activation;
import dev.lungo.graph.Graph;
import java.util.Optional;

/**
 * PyTorch's cross-entropy: the model gives plain numbers, one for each class.
 *
 * <p>Targets are class numbers or one-hot rows. The softmax belongs to the loss: a model that ends
 * with one is trained as written, with a warning. Averaged over the batch. As PyTorch's
 * CrossEntropyLoss.
 *
 * @param smoothing the share of each target spread over all classes
 */
public record CrossEntropy(double smoothing) implements Loss {
    public CrossEntropy {
        Smoothing.check("crossEntropy()", smoothing);
    }

    /** A copy that spreads this share of each target over all classes, for example 0.1. */
    public CrossEntropy labelSmoothing(double share) {
        return new CrossEntropy(share);
    }

    private static Ending ending() {
        return new Ending("crossEntropy()", Activation.SOFTMAX, true);
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return ending().misfit(graph);
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        return targets instanceof Numbers numbers && hasRows(graph, numbers)
                ? TargetCheck.numbers("crossEntropy()", graph, targets)
                : TargetCheck.classes("crossEntropy()", graph, targets);
    }

    /** Whether the targets have a number for each class. */
    private static boolean hasRows(Graph graph, Numbers numbers) {
        int positions = graph.output().shape().positions().rank();
        return positions == 0 ? numbers.width() > 1 : numbers.shape().rank() > positions;
    }

    @Override
    public Optional<Activation> link(Graph graph) {
        return ending().link(graph);
    }

    @Override
    public Optional<String> warning(Graph graph) {
        return ending().warning(graph, "sparseCategoricalCrossentropy()");
    }

    @Override
    public String toString() {
        return "crossEntropy()" + Smoothing.written(smoothing);
    }
}
