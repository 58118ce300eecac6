package dev.lungo.tensor;

import dev.lungo.LungoException;
import dev.lungo.graph.Compute;
import dev.lungo.graph.Constant;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Weight;
import dev.lungo.graph.WeightValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Follows a lambda once, with tensors that have no values, and writes what it does into a graph.
 *
 * <p>The lambda becomes a part of the model as if its layers had been written out, and runs as
 * fast.
 */
public final class Trace {
    /** More numbers than this are not written into a model's text. */
    private static final int CONSTANTS = 10_000;

    private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

    private final GraphBuilder graph;

    /** A trace that writes into {@code graph}. */
    public Trace(GraphBuilder graph) {
        this.graph = graph;
    }

    /** Runs a lambda while this trace is the current one of the thread. */
    public Tensor follow(java.util.function.Supplier<Tensor> lambda) {
        Trace before = CURRENT.get();
        CURRENT.set(this);
        try {
            return lambda.get();
        } finally {
            CURRENT.set(before);
        }
    }

    /** Says that what follows depends on chance or on values, if a lambda is being followed. */
    static void cannotBeFollowed(String reason) {
        if (CURRENT.get() != null) {
            throw new Untraceable(reason);
        }
    }

    /** A tensor that stands for what {@code node} will give; its first axis is the batch. */
    public Tensor input(Node node) {
        List<Integer> sizes = new ArrayList<>(List.of(Sizes.BATCH));
        sizes.addAll(node.shape().sizes());
        return new Tensor(new Shape(sizes), new Content.InModel(this, node));
    }

    /** A tensor that stands for one operation's result, of exactly this shape. */
    public Tensor add(Operation operation, Shape shape, Node... inputs) {
        return new Tensor(
                shape, new Content.InModel(this, graph.add(operation, example(shape), inputs)));
    }

    /** A tensor that stands for a weight of the model. */
    public Tensor weight(Weight weight) {
        return add(new WeightValue(weight), new Shape(weight.sizes()));
    }

    /** The node that gives a tensor's values. */
    public Node node(Tensor tensor) {
        if (tensor.content() instanceof Content.InModel model) {
            if (model.trace() != this) {
                throw LungoException.badInput(
                        "This lambda uses a tensor of another one.",
                        tensor,
                        "tensors that the lambda gets or makes",
                        "compute it inside this lambda.");
            }
            return model.node();
        }
        if (tensor.learns()) {
            throw LungoException.badInput(
                    "This lambda uses a variable that was made outside of it, which the model would"
                            + " not train.",
                    tensor.outline(),
                    "tensors that do not learn",
                    "keep it fixed with detach(), or make it a weight of the layer:"
                            + " layerWithWeights(\"name\", (x, own) -> ... own.weight(...)).");
        }
        if (tensor.shape().elements() > CONSTANTS) {
            throw new Untraceable("uses a tensor of more than 10,000 fixed values");
        }
        List<Float> values = new ArrayList<>();
        for (float value : tensor.values()) {
            values.add(value);
        }
        return graph.add(new Constant(values, tensor.shape()), tensor.shape());
    }

    /** The trace that some of these tensors belong to. */
    static Optional<Trace> of(Tensor... tensors) {
        return Arrays.stream(tensors)
                .map(Tensor::content)
                .filter(Content.InModel.class::isInstance)
                .map(content -> ((Content.InModel) content).trace())
                .findFirst();
    }

    Tensor compute(Compute what, Shape shape, Tensor... inputs) {
        Node[] nodes = Arrays.stream(inputs).map(this::node).toArray(Node[]::new);
        return add(what, shape, nodes);
    }

    private static Shape example(Shape shape) {
        return new Shape(shape.sizes().stream().filter(size -> size != Sizes.BATCH).toList());
    }
}
