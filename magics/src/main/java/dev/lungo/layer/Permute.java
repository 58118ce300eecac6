package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The axes in another order, counted from 1 as in Keras: {@code permute(2, 1)} makes steps x
 * features into features x steps.
 *
 * @param axes for each axis of the result, which one it was
 */
public record Permute(List<Integer> axes) implements Layer {
    public Permute {
        axes = List.copyOf(axes);
        List<Integer> sorted = axes.stream().sorted().toList();
        if (axes.isEmpty()
                || !sorted.equals(IntStream.rangeClosed(1, axes.size()).boxed().toList())) {
            throw LungoException.badInput(
                    "permute(" + written(axes) + ") cannot be made.",
                    axes.isEmpty() ? "no axes" : written(axes),
                    "each axis once, counted from 1",
                    "for example permute(2, 1).");
        }
    }

    @Override
    public String kind() {
        return "permute";
    }

    @Override
    public String label() {
        return "permute";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != axes.size()) {
            return Optional.of(
                    new Misfit(
                            "%s needs %d axes, but gets %s.".formatted(this, axes.size(), input),
                            "Name each axis of %s once.".formatted(input)));
        }
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        Shape given = new Shape(axes.stream().map(axis -> in.size(axis - 1)).toList());
        return graph.add(new Operation.Permute(axes), given, input);
    }

    @Override
    public String toString() {
        return "permute(" + written(axes) + ")";
    }

    private static String written(List<Integer> axes) {
        return axes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
