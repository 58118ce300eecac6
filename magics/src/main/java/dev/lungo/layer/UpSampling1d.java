package dev.lungo.layer;

import dev.lungo.graph.Compute;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.TensorFunction;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a sequence {@code factor} times as long: {@code upSampling1d(2)} says each step twice.
 *
 * @param factor how often
 */
public record UpSampling1d(int factor) implements Layer {
    public UpSampling1d {
        Arguments.atLeastOne("factor", factor, "upSampling1d(" + factor + ")", "upSampling1d(2)");
    }

    @Override
    public String kind() {
        return "upSampling1d";
    }

    @Override
    public String label() {
        return "upSampling1d " + factor;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Arguments.sequence(toString(), input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        int steps = input.shape().size(0);
        int features = input.shape().size(1);
        Node apart = compute(graph, TensorFunction.RESHAPE, input, steps, 1, features);
        Node again = compute(graph, TensorFunction.EXPAND, apart, steps, factor, features);
        return compute(graph, TensorFunction.RESHAPE, again, steps * factor, features);
    }

    private static Node compute(
            GraphBuilder graph, TensorFunction function, Node from, int... sizes) {
        Shape given = Shape.of(sizes);
        List<Double> numbers = new ArrayList<>(List.of(-1.0));
        given.sizes().forEach(size -> numbers.add((double) size));
        return graph.add(new Compute(function, numbers), given, from);
    }

    @Override
    public String toString() {
        return "upSampling1d(" + factor + ")";
    }
}
