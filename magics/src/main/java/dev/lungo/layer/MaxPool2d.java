package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the largest value of each window: {@code maxPool2d(2)} halves height and width.
 *
 * <p>Windows do not overlap; rows and columns left over at the edge are dropped, as in Keras'
 * default.
 *
 * @param size height and width of each window
 */
public record MaxPool2d(int size) implements Layer {
    public MaxPool2d {
        atLeastOne("size", size, "maxPool2d(" + size + ")", "maxPool2d(2)");
    }

    @Override
    public String kind() {
        return "maxPool2d";
    }

    @Override
    public String label() {
        return "maxPool2d " + size;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != 3) {
            return Optional.of(Arguments.notAPicture(toString(), input));
        }
        if (input.size(0) < size || input.size(1) < size) {
            return Optional.of(
                    new Misfit(
                            "%s cannot pool %s: it needs at least %d x %d."
                                    .formatted(this, input, size, size),
                            fix(above)));
        }
        return Optional.empty();
    }

    private static String fix(List<Layer> above) {
        return above.stream()
                .filter(layer -> layer instanceof Conv2d conv && conv.padding() == Padding.VALID)
                .map(Conv2d.class::cast)
                .reduce((first, second) -> second)
                .map(
                        conv ->
                                "Remove this pooling layer, or use conv2d(%d, %d).same() above it to keep the size."
                                        .formatted(conv.filters(), conv.size()))
                .orElse("Remove this pooling layer.");
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        Shape out = Shape.of(in.size(0) / size, in.size(1) / size, in.size(2));
        return graph.add(new Operation.MaxPool2d(size), out, input);
    }

    @Override
    public String toString() {
        return "maxPool2d(" + size + ")";
    }
}
