package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/** A layer whose weights training leaves alone, with all that is inside it. */
record Frozen(Layer layer) implements Layer {
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
        return layer.name();
    }

    @Override
    public boolean isFrozen() {
        return true;
    }

    @Override
    public String toString() {
        return layer + ".frozen()";
    }
}
