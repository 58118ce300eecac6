package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/** Lays a picture out as one row of numbers: {@code flatten()} makes 3 x 3 x 64 into 576. */
public record Flatten() implements Layer {
    @Override
    public String kind() {
        return "flatten";
    }

    @Override
    public String label() {
        return "flatten";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return graph.add(new Operation.Flatten(), Shape.of(input.shape().elements()), input);
    }

    @Override
    public String toString() {
        return "flatten()";
    }
}
