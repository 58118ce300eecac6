package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/** A layer under a name of the user's. */
record Named(Layer layer, String given) implements Layer {
    @Override
    public String kind() {
        return layer.kind();
    }

    @Override
    public String label() {
        return layer.label();
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return layer.misfit(input, above);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return layer.build(graph, input);
    }

    @Override
    public Optional<String> name() {
        return Optional.of(given);
    }

    @Override
    public boolean isFrozen() {
        return layer.isFrozen();
    }

    @Override
    public String toString() {
        return layer + ".named(\"" + given + "\")";
    }
}
