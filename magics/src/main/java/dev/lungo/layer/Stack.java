package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.Graph;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.GraphBuilder.Scope;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Layers one after the other, checked: every layer can take what the one above it gives.
 *
 * @param layers the layers as written, the input first
 * @param names each layer's name in the graph
 * @param shapes what each layer gives for one example
 * @param graph all of them as operations
 */
public record Stack(List<Layer> layers, List<String> names, List<Shape> shapes, Graph graph) {
    public Stack {
        layers = List.copyOf(layers);
        names = List.copyOf(names);
        shapes = List.copyOf(shapes);
    }

    /**
     * Puts layers one after the other.
     *
     * @throws ShapeException for the first layer that does not fit
     * @throws LungoException if the first layer is not an input, or another one is
     */
    public static Stack of(List<Layer> layers) {
        if (layers.isEmpty() || !(layers.get(0) instanceof Input first)) {
            throw LungoException.badInput(
                    "A model begins with the shape of one example.",
                    layers.isEmpty() ? "no layers" : layers.get(0) + " as the first layer",
                    "input(...)",
                    "begin with an input, for example sequential(input(28, 28, 1), ...).");
        }
        GraphBuilder graph = new GraphBuilder(first.startsAsTorch());
        List<String> names = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        Node last = null;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            if (last != null) {
                List<Layer> above = layers.subList(0, i);
                Optional<Misfit> misfit = layer.misfit(last.shape(), above);
                if (misfit.isPresent()) {
                    throw ShapeException.of(misfit.get(), above, shapes, layer);
                }
            }
            List<Node> input = last == null ? List.of() : List.of(last);
            Scope scope = Placing.scope(graph, layer);
            last = graph.inside(scope, () -> Inside.build(graph, layer, input));
            names.add(scope.name());
            shapes.add(last.shape());
        }
        return new Stack(layers, names, shapes, graph.build());
    }

    /**
     * All layers between an input and an output.
     *
     * @throws LungoException if the output depends on another input
     */
    public static Stack of(Input input, Branch output) {
        return Branching.stack(input, output);
    }

    /** The number of values that one layer keeps, trainable or not. */
    public long parameters(int layer) {
        String prefix = names.get(layer) + ".";
        return graph.weights().stream()
                .filter(weight -> weight.name().startsWith(prefix))
                .mapToLong(weight -> weight.elements())
                .sum();
    }

    /** The number of multiplications that one layer costs for one example. */
    public long multiplications(int layer) {
        String name = names.get(layer);
        return graph.nodes().stream()
                .filter(node -> node.layer().equals(name) || node.layer().startsWith(name + "."))
                .mapToLong(graph::multiplications)
                .sum();
    }
}
