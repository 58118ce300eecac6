package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the mean of each channel: {@code globalAvgPool()} makes 7 x 7 x 64 into 64.
 *
 * <p>Of a sequence (steps x features), the mean of each feature; steps that an embedding with
 * {@code maskZero()} leaves out do not count.
 */
public record GlobalAvgPool() implements Layer {
    @Override
    public String kind() {
        return "globalAvgPool";
    }

    @Override
    public String label() {
        return "globalAvgPool";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Arguments.channels(toString(), input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return graph.mask(input)
                .map(mask -> masked(graph, input, mask))
                .orElseGet(() -> Pooling.overAll(graph, input, false));
    }

    private static Node masked(GraphBuilder graph, Node steps, Node mask) {
        Shape features = Shape.of(steps.shape().last());
        return graph.add(new SequenceOperation.MaskedMean(), features, steps, mask);
    }

    @Override
    public String toString() {
        return "globalAvgPool()";
    }
}
