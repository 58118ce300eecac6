package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the largest value of each channel: {@code globalMaxPool()} makes 7 x 7 x 64 into 64.
 *
 * <p>Of a sequence (steps x features), the largest value of each feature.
 */
public record GlobalMaxPool() implements Layer {
    @Override
    public String kind() {
        return "globalMaxPool";
    }

    @Override
    public String label() {
        return "globalMaxPool";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Arguments.channels(toString(), input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return Pooling.overAll(graph, input, true);
    }

    @Override
    public String toString() {
        return "globalMaxPool()";
    }
}
