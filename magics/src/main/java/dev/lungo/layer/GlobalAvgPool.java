package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the mean of each channel: {@code globalAvgPool()} makes 7 x 7 x 64 into 64.
 *
 * <p>Of a sequence (steps x features), the mean of each feature.
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
        return Pooling.overAll(graph, input, false);
    }

    @Override
    public String toString() {
        return "globalAvgPool()";
    }
}
