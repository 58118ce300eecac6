package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Operation.Merge.How;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes one branch of several: {@code concatenate(a, b)}, {@code add(a, b)}.
 *
 * @param how side by side along the last axis, or number by number
 */
public record Merge(How how) implements Joining {
    @Override
    public String kind() {
        return how.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String label() {
        return kind();
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return misfit(List.of(input));
    }

    @Override
    public Optional<Misfit> misfit(List<Shape> inputs) {
        if (inputs.size() < 2 || how == How.SUBTRACT && inputs.size() > 2) {
            String count = how == How.SUBTRACT ? "two branches" : "at least two branches";
            return Optional.of(
                    new Misfit(
                            "%s(...) needs %s, but gets %d."
                                    .formatted(kind(), count, inputs.size()),
                            "Write for example %s(a, b).".formatted(kind())));
        }
        Shape first = alike(inputs.get(0));
        for (Shape input : inputs) {
            if (!alike(input).equals(first)) {
                return Optional.of(
                        new Misfit(
                                "%s(...) cannot put %s and %s together."
                                        .formatted(kind(), inputs.get(0), input),
                                how == How.CONCATENATE
                                        ? "All sizes but the last must be the same."
                                        : "All branches must have the same shape."));
            }
        }
        return Optional.empty();
    }

    /** What must be the same in all branches. */
    private Shape alike(Shape shape) {
        return how == How.CONCATENATE ? shape.withLast(0) : shape;
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return build(graph, List.of(input));
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        Shape first = inputs.get(0).shape();
        int last = inputs.stream().mapToInt(node -> node.shape().size(first.rank() - 1)).sum();
        Shape given = how == How.CONCATENATE ? first.withLast(last) : first;
        return graph.add(new Operation.Merge(how), given, inputs.toArray(Node[]::new));
    }

    @Override
    public String toString() {
        return kind() + "()";
    }

    /** What comes of these branches. */
    public static Branch of(How how, List<Branch> branches) {
        if (branches.isEmpty()) {
            Misfit none = new Merge(how).misfit(List.of()).orElseThrow();
            throw new LungoException(none.problem() + "\n" + none.fix());
        }
        return Applied.of(new Merge(how), branches);
    }
}
