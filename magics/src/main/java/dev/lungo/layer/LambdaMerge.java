package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.store.OwnCode;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Trace;
import dev.lungo.tensor.Untraceable;
import dev.lungo.tensor.UserCode;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * A layer of your own that makes one branch of two: {@code merge("distance", (a, b) ->
 * a.sub(b).square().sum(-1))}.
 *
 * <p>The lambda is run once, when the model is made, with tensors that have no values yet; what it
 * does becomes part of the model. Their first axis is the batch, and pictures are channels last.
 * One that asks for values or draws random numbers belongs into {@code layer(..)}, which reads a
 * single branch.
 *
 * @param kind the name in tables, such as {@code distance}
 * @param function what it computes; it must keep the batch as first axis
 */
public record LambdaMerge(String kind, BinaryOperator<Tensor> function)
        implements Joining, OwnCode {
    @Override
    public String label() {
        return kind;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return misfit(List.of(input));
    }

    @Override
    public Optional<Misfit> misfit(List<Shape> inputs) {
        return inputs.size() == 2
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s reads two branches, but gets %d."
                                        .formatted(written(), inputs.size()),
                                "Write merge(\"%s\", ...).of(a, b).".formatted(kind)));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return build(graph, List.of(input));
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        Trace trace = new Trace(graph);
        Tensor a = trace.input(lastInKeras(graph, inputs.get(0)));
        Tensor b = trace.input(lastInKeras(graph, inputs.get(1)));
        Tensor result;
        try {
            result = trace.follow(() -> UserCode.run("merge " + kind, () -> function.apply(a, b)));
        } catch (Untraceable e) {
            throw LungoException.badInput(
                    "merge(\"" + kind + "\", ...) cannot be written into the model.",
                    "a lambda that " + e.getMessage(),
                    "one that only computes with the tensors that it gets",
                    "make one branch of both, and use a layer: layer(\"%s\", ...).of(concatenate(a, b))."
                            .formatted(kind));
        }
        if (!result.isBatch()) {
            throw Lambda.losesTheBatch(kind, result);
        }
        Node given = trace.node(result);
        return given.shape().rank() == 3 ? Lambda.permuted(graph, given, 0, 3, 1, 2) : given;
    }

    private static Node lastInKeras(GraphBuilder graph, Node input) {
        return input.shape().rank() == 3 ? Lambda.permuted(graph, input, 0, 2, 3, 1) : input;
    }

    @Override
    public String written() {
        return "merge(\"" + kind + "\", ...)";
    }

    @Override
    public String toString() {
        return written();
    }
}
