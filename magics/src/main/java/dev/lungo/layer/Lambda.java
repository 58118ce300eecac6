package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.Compute;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.TensorFunction;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Trace;
import dev.lungo.tensor.Untraceable;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A layer of your own: {@code layer("swish", x -> x.mul(x.sigmoid()))}.
 *
 * <p>The lambda is run once, when the model is made, with a tensor that has no values yet; what it
 * does becomes part of the model and runs as fast as any layer. Its first axis is the batch, and
 * pictures are channels last.
 *
 * @param kind the name in tables, such as {@code swish}
 * @param function what it computes; it must keep the batch as first axis
 */
public record Lambda(String kind, UnaryOperator<Tensor> function) implements Layer {
    @Override
    public String label() {
        return kind;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Trace trace = new Trace(graph);
        boolean picture = input.shape().rank() == 3;
        Node values = picture ? permuted(graph, input, input.shape(), 0, 2, 3, 1) : input;
        Node result = trace.node(followed(trace, trace.input(values)));
        return result.shape().rank() == 3
                ? permuted(graph, result, result.shape(), 0, 3, 1, 2)
                : result;
    }

    private Tensor followed(Trace trace, Tensor input) {
        Tensor result;
        try {
            result = trace.follow(() -> function.apply(input));
        } catch (Untraceable e) {
            throw LungoException.badInput(
                    "The layer " + kind + " cannot become part of a model.",
                    "a lambda that " + e.getMessage() + " while there are none yet",
                    "functions of tensors only",
                    "express it with functions of the tensor, for example x.gt(0).where(a, b)"
                            + " in place of an if.");
        }
        if (!result.isBatch()) {
            throw LungoException.badInput(
                    "The layer " + kind + " loses the batch.",
                    "a result " + result,
                    "a result whose first axis is the batch",
                    "leave axis 0 alone: reduce over the others, for example x.mean(-1), and"
                            + " reshape with -1 in front.");
        }
        return result;
    }

    /** Pictures are channels first inside the engine, and channels last for the lambda. */
    private static Node permuted(GraphBuilder graph, Node from, Shape shape, double... axes) {
        List<Double> order = java.util.Arrays.stream(axes).boxed().toList();
        return graph.add(new Compute(TensorFunction.PERMUTE, order), shape, from);
    }

    @Override
    public String toString() {
        return "layer(\"" + kind + "\", ...)";
    }
}
