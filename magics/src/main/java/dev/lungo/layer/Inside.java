package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Layers inside a layer, one after the other. */
final class Inside {
    private Inside() {}

    static Node build(GraphBuilder graph, List<Layer> layers, Node input) {
        Node last = input;
        for (Layer layer : layers) {
            last = Placing.place(graph, layer, last);
        }
        return last;
    }

    /** The first misfit, found by building the layers where nobody sees it. */
    static Optional<Misfit> misfit(List<Layer> layers, Shape input) {
        GraphBuilder trial = new GraphBuilder();
        Node last = trial.add(new Operation.Input(), input);
        List<Layer> above = new ArrayList<>();
        for (Layer layer : layers) {
            Optional<Misfit> misfit = layer.misfit(last.shape(), above);
            if (misfit.isPresent()) {
                return misfit;
            }
            last = Placing.place(trial, layer, last);
            above.add(layer);
        }
        return Optional.empty();
    }

    /** What layers that fit give for one example. */
    static Shape output(List<Layer> layers, Shape input) {
        GraphBuilder trial = new GraphBuilder();
        return build(trial, layers, trial.add(new Operation.Input(), input)).shape();
    }

    /** What a layer that fits gives for one example. */
    static Shape output(Layer layer, List<Shape> inputs) {
        GraphBuilder trial = new GraphBuilder();
        List<Node> nodes =
                inputs.stream().map(shape -> trial.add(new Operation.Input(), shape)).toList();
        return build(trial, layer, nodes).shape();
    }

    /** Adds a layer's own operations, reading one branch or several. */
    static Node build(GraphBuilder graph, Layer layer, List<Node> inputs) {
        return layer instanceof Joining joining
                ? joining.build(graph, inputs)
                : layer.build(graph, inputs.isEmpty() ? null : inputs.get(0));
    }

    static String written(List<Layer> layers) {
        return layers.stream().map(Layer::toString).collect(Collectors.joining(", "));
    }
}
