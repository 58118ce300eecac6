package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Layers one after the other as one layer: {@code block(conv2d(32, 3), batchNorm().relu())}.
 *
 * @param layers the layers inside
 */
public record Block(List<Layer> layers) implements Layer {
    public Block {
        layers = List.copyOf(layers);
    }

    @Override
    public String kind() {
        return "block";
    }

    @Override
    public String label() {
        return "block of " + layers.size();
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Inside.misfit(layers, input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return Inside.build(graph, layers, input);
    }

    @Override
    public String toString() {
        return "block(" + Inside.written(layers) + ")";
    }
}
