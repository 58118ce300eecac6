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
import java.util.stream.IntStream;

/**
 * Makes one branch of several: {@code concatenate(a, b)}, {@code add(a, b)}.
 *
 * <p>Number by number a size of 1 is repeated, as in Keras: {@code multiply} of 8 x 8 x 16 and 1 x
 * 1 x 16 weighs whole channels.
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
        Shape all = inputs.get(0);
        for (Shape input : inputs) {
            if (!fits(all, input)) {
                return Optional.of(
                        new Misfit(
                                "%s(...) cannot put %s and %s together."
                                        .formatted(kind(), inputs.get(0), input),
                                how == How.CONCATENATE
                                        ? "All sizes but the last must be the same."
                                        : "All branches must have the same shape, or a size of 1"
                                                + " where one of them is to be repeated."));
            }
            all = how == How.CONCATENATE ? all : repeated(all, input);
        }
        return Optional.empty();
    }

    /**
     * Whether all sizes but the last are the same, or number by number each or one of them is 1.
     */
    private boolean fits(Shape a, Shape b) {
        if (how == How.CONCATENATE) {
            return a.withLast(0).equals(b.withLast(0));
        }
        return a.rank() == b.rank()
                && IntStream.range(0, a.rank())
                        .allMatch(i -> a.size(i) == b.size(i) || a.size(i) == 1 || b.size(i) == 1);
    }

    /** The larger sizes of both. */
    private static Shape repeated(Shape a, Shape b) {
        return new Shape(
                IntStream.range(0, a.rank())
                        .mapToObj(i -> Math.max(a.size(i), b.size(i)))
                        .toList());
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return build(graph, List.of(input));
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        List<Shape> shapes = inputs.stream().map(Node::shape).toList();
        Shape given =
                how == How.CONCATENATE
                        ? shapes.get(0).withLast(shapes.stream().mapToInt(Shape::last).sum())
                        : shapes.stream().reduce(Merge::repeated).orElseThrow();
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
