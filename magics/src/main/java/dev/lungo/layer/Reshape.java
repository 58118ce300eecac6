package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The same numbers in another shape: {@code reshape(7, 7, 64)} after 3,136 of them.
 *
 * <p>In Keras' order: the last size runs fastest.
 *
 * @param shape what it gives for one example
 */
public record Reshape(Shape shape) implements Layer {
    public Reshape {
        if (shape.rank() == 0 || shape.sizes().stream().anyMatch(size -> size < 1)) {
            throw LungoException.badInput(
                    call(shape) + " cannot be made.",
                    shape.rank() == 0 ? "no sizes" : shape,
                    "at least one size, each 1 or more",
                    "for example reshape(7, 7, 64).");
        }
    }

    @Override
    public String kind() {
        return "reshape";
    }

    @Override
    public String label() {
        return "reshape";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.elements() != shape.elements()) {
            return Optional.of(
                    new Misfit(
                            "%s needs %,d numbers, but gets %,d (%s)."
                                    .formatted(this, shape.elements(), input.elements(), input),
                            "Choose sizes whose product is %,d.".formatted(input.elements())));
        }
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return graph.add(new Operation.Reshape(), shape, input);
    }

    @Override
    public String toString() {
        return call(shape);
    }

    private static String call(Shape shape) {
        return "reshape(" + shape.toString().replace(" x ", ", ") + ")";
    }
}
