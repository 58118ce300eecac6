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
import java.util.stream.IntStream;

/**
 * Layers put together, checked: every layer can take what the ones that it reads give.
 *
 * @param layers the layers as written, the inputs first
 * @param reads for each layer the positions of those that it reads
 * @param outputs the positions of those whose values the model gives
 * @param names each layer's name in the graph
 * @param shapes what each layer gives for one example
 * @param graph all of them as operations
 */
public record Stack(
        List<Layer> layers,
        List<List<Integer>> reads,
        List<Integer> outputs,
        List<String> names,
        List<Shape> shapes,
        Graph graph) {
    public Stack {
        layers = List.copyOf(layers);
        reads = reads.stream().map(List::copyOf).toList();
        outputs = List.copyOf(outputs);
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
        GraphBuilder graph = new GraphBuilder(first.asInPyTorch());
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
        return new Stack(
                layers,
                line(layers.size()),
                List.of(layers.size() - 1),
                names,
                shapes,
                graph.build());
    }

    /**
     * Puts layers together again as a stack had them.
     *
     * @param reads for each layer the positions of those that it reads, all before its own
     * @param outputs the positions of those whose values the model gives
     */
    public static Stack of(List<Layer> layers, List<List<Integer>> reads, List<Integer> outputs) {
        if (reads.equals(line(layers.size())) && outputs.size() == 1) {
            return of(layers);
        }
        List<Input> inputs = new ArrayList<>();
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Input input) {
                inputs.add(input);
                branches.add(input);
            } else {
                List<Branch> from = reads.get(i).stream().map(branches::get).toList();
                branches.add(Applied.of(layers.get(i), from));
            }
        }
        return of(inputs, outputs.stream().map(branches::get).toList());
    }

    /** Whether each layer reads the one before it, and no other. */
    public boolean isLine() {
        return reads.equals(line(layers.size()));
    }

    /** Each layer reads the one before it. */
    private static List<List<Integer>> line(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> i == 0 ? List.<Integer>of() : List.of(i - 1))
                .toList();
    }

    /**
     * All layers between inputs and outputs.
     *
     * @throws LungoException if an output depends on another input, or none on one of these
     */
    public static Stack of(List<Input> inputs, List<? extends Branch> outputs) {
        return Branching.stack(inputs, outputs);
    }

    /** All layers between an input and an output. */
    public static Stack of(Input input, Branch output) {
        return of(List.of(input), List.of(output));
    }

    /** The names of the inputs, in their order. */
    public List<String> inputNames() {
        return IntStream.range(0, layers.size())
                .filter(i -> layers.get(i) instanceof Input)
                .mapToObj(names::get)
                .toList();
    }

    /** The names of the outputs, in their order. */
    public List<String> outputNames() {
        return outputs.stream().map(names::get).toList();
    }

    /** The layers that each layer reads, by name. */
    public List<String> readNames(int layer) {
        return reads.get(layer).stream().map(names::get).toList();
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
