package dev.lungo.layer;

import dev.lungo.graph.Compute;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.TensorFunction;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The scalar product of two branches: {@code dot(user, film)}.
 *
 * <p>Two rows of the same length give one number; two sequences of as many features give a number
 * for each pair of steps, {@code steps of the first x steps of the second}. As Keras' Dot over the
 * last axes. After {@code unitNorm()} of both it is their cosine.
 */
public record Dot() implements Joining {
    @Override
    public String kind() {
        return "dot";
    }

    @Override
    public String label() {
        return "dot";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return misfit(List.of(input));
    }

    @Override
    public Optional<Misfit> misfit(List<Shape> inputs) {
        if (inputs.size() != 2) {
            return Optional.of(
                    new Misfit(
                            "dot(...) needs two branches, but gets %d.".formatted(inputs.size()),
                            "Write for example dot(a, b)."));
        }
        Shape a = inputs.get(0);
        Shape b = inputs.get(1);
        return a.rank() == b.rank() && a.rank() < 3 && a.last() == b.last()
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "dot(...) cannot multiply %s with %s.".formatted(a, b),
                                "Give it two rows of the same length, or two sequences of as many"
                                        + " features; flatten() makes rows."));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return build(graph, List.of(input));
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        Node a = inputs.get(0);
        Node b = inputs.get(1);
        if (a.shape().rank() == 1) {
            Node products = add(graph, TensorFunction.MUL, List.of(), a.shape(), a, b);
            Node sum = add(graph, TensorFunction.SUM, List.of(-1.0), Shape.of(), products);
            return add(graph, TensorFunction.UNSQUEEZE, List.of(-1.0), Shape.of(1), sum);
        }
        int steps = a.shape().size(0);
        int others = b.shape().size(0);
        Shape across = Shape.of(b.shape().last(), others);
        Node turned = add(graph, TensorFunction.PERMUTE, List.of(0.0, 2.0, 1.0), across, b);
        return add(graph, TensorFunction.MATMUL, List.of(), Shape.of(steps, others), a, turned);
    }

    private static Node add(
            GraphBuilder graph,
            TensorFunction function,
            List<Double> numbers,
            Shape shape,
            Node... inputs) {
        return graph.add(new Compute(function, numbers), shape, inputs);
    }

    @Override
    public String toString() {
        return "dot()";
    }
}
