package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation.Merge.How;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Layers side by side that read the same, and whose outputs are put side by side: {@code
 * parallel(conv2d(32, 1), conv2d(32, 3).same())} gives 64 channels.
 *
 * @param layers the branches; {@code block(...)} makes one of several layers
 */
public record Parallel(List<Layer> layers) implements Layer {
    public Parallel {
        layers = List.copyOf(layers);
    }

    @Override
    public String kind() {
        return "parallel";
    }

    @Override
    public String label() {
        return "parallel of " + layers.size();
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        List<Shape> given = new ArrayList<>();
        for (Layer layer : layers) {
            Optional<Misfit> inside = Inside.misfit(List.of(layer), input);
            if (inside.isPresent()) {
                return inside;
            }
            given.add(Inside.output(List.of(layer), input));
        }
        return new Merge(How.CONCATENATE).misfit(given);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        List<Node> given =
                layers.stream().map(layer -> Placing.place(graph, layer, input)).toList();
        return new Merge(How.CONCATENATE).build(graph, given);
    }

    @Override
    public String toString() {
        return "parallel(" + Inside.written(layers) + ")";
    }
}
