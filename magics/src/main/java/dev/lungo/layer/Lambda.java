package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.Compute;
import dev.lungo.graph.Custom;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.TensorFunction;
import dev.lungo.store.OwnCode;
import dev.lungo.tensor.OwnWeights;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Trace;
import dev.lungo.tensor.Untraceable;
import dev.lungo.tensor.UserCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A layer of your own: {@code layer("swish", x -> x.mul(x.sigmoid()))}.
 *
 * <p>The lambda is run once, when the model is made, with a tensor that has no values yet; what it
 * does becomes part of the model and runs as fast as any layer. Its first axis is the batch, and
 * pictures are channels last. A lambda that asks for values, or draws random numbers, is run for
 * every batch instead: the model then trains step by step, more slowly, and says so.
 *
 * @param kind the name in tables, such as {@code swish}
 * @param function what it computes; it must keep the batch as first axis
 */
public record Lambda(String kind, BiFunction<Tensor, OwnWeights, Tensor> function)
        implements Layer, OwnCode {
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
        boolean picture = input.shape().rank() == 3;
        Node values = picture ? permuted(graph, input, 0, 2, 3, 1) : input;
        Node result;
        try {
            result = graph.attempt(() -> followed(graph, values));
        } catch (Untraceable e) {
            result = custom(graph, values, e.getMessage());
        }
        return result.shape().rank() == 3 ? permuted(graph, result, 0, 3, 1, 2) : result;
    }

    /** What the lambda does, written into the graph. */
    private Node followed(GraphBuilder graph, Node values) {
        Trace trace = new Trace(graph);
        Tensor input = trace.input(values);
        OwnWeights weights = new NewWeights(kind, graph, trace::weight);
        Tensor result = trace.follow(() -> run(input, weights));
        if (!result.isBatch()) {
            throw losesTheBatch(kind, result);
        }
        return trace.node(result);
    }

    /** The lambda as it is; a trial on two random examples tells its shape and its weights. */
    private Node custom(GraphBuilder graph, Node values, String reason) {
        NewWeights weights = new NewWeights(kind, graph, Trial::weight);
        Tensor result = run(Trial.examples(values.shape()), weights);
        if (result.rank() == 0 || result.size(0) != Trial.EXAMPLES) {
            throw losesTheBatch(kind, result);
        }
        Shape given = new Shape(result.shape().sizes().subList(1, result.rank()));
        Custom operation = new Custom(kind, reason, function, weights.weights());
        return graph.add(operation, given, values);
    }

    private Tensor run(Tensor input, OwnWeights weights) {
        return UserCode.run("layer " + kind, () -> function.apply(input, weights));
    }

    static LungoException losesTheBatch(String kind, Tensor result) {
        return LungoException.badInput(
                "The layer " + kind + " loses the batch.",
                "a result " + result.outline(),
                "a result whose first axis is the batch",
                "leave axis 0 alone: reduce over the others, for example x.mean(-1), and"
                        + " reshape with -1 in front.");
    }

    /** Pictures are channels first inside the engine, and channels last for the lambda. */
    static Node permuted(GraphBuilder graph, Node from, double... axes) {
        List<Double> order = Arrays.stream(axes).boxed().toList();
        return graph.add(new Compute(TensorFunction.PERMUTE, order), from.shape(), from);
    }

    @Override
    public String written() {
        return "layer(\"" + kind + "\", ...)";
    }

    @Override
    public String toString() {
        return written();
    }
}
