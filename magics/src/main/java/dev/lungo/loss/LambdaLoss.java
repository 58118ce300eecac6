package dev.lungo.loss;

import dev.lungo.LungoException;
import dev.lungo.data.Labels;
import dev.lungo.data.Misfit;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import dev.lungo.graph.Compute;
import dev.lungo.graph.Graph;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.store.OwnCode;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Trace;
import dev.lungo.tensor.Untraceable;
import dev.lungo.tensor.UserCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * A loss of your own: {@code loss("mse", (prediction, target) -> prediction.sub(target).square())}.
 *
 * <p>The lambda is run once, before the first training, with tensors that have no values yet; what
 * it does becomes part of the training loop. It gets what the model gives, with its last softmax or
 * sigmoid, and the targets: class numbers as one number for each example, other targets in their
 * own shape. It returns a number for each example, or several, of which the mean counts. A lambda
 * that asks for values is run for every batch instead, and the model trains step by step.
 *
 * @param name what it is called in messages and files
 * @param function what it computes, over a batch; it must keep the batch as first axis
 * @param target the shape of one example's target, where the targets are known
 */
public record LambdaLoss(String name, BinaryOperator<Tensor> function, Optional<Shape> target)
        implements Loss, OwnCode {
    /** A loss for targets that are not known yet. */
    public LambdaLoss(String name, BinaryOperator<Tensor> function) {
        this(name, function, Optional.empty());
    }

    @Override
    public Optional<String> misfit(Graph graph) {
        return Optional.empty();
    }

    @Override
    public Optional<Misfit> misfit(Graph graph, Targets targets) {
        if (targets instanceof NoTargets) {
            return TargetCheck.numbers(name, graph, targets);
        }
        Shape each = each(graph, targets);
        if (target.isPresent() && !target.get().equals(each)) {
            return Optional.of(
                    new Misfit(
                            "these targets differ from those that the loss "
                                    + name
                                    + " was compared with before.",
                            "targets of " + words(each),
                            "targets of " + words(target.get()),
                            "use targets of one kind, or compile the model again."));
        }
        new LambdaLoss(name, function, Optional.of(each)).untraceable(graph);
        return Optional.empty();
    }

    @Override
    public LambdaLoss comparedWith(Graph graph, Targets targets) {
        return new LambdaLoss(name, function, Optional.of(each(graph, targets)));
    }

    /** A column minus a row would compare every example with every other: both are columns. */
    private static Shape each(Graph graph, Targets targets) {
        Shape output = graph.output().shape();
        if (targets instanceof Numbers numbers) {
            return numbers.shape();
        }
        return targets instanceof Labels && output.elements() == 1 ? output : Shape.of();
    }

    private static String words(Shape shape) {
        return shape.rank() == 0 ? "class numbers" : shape.toString();
    }

    /**
     * What the lambda does, as a graph with two inputs, the prediction and the target.
     *
     * @param output the shape of one prediction
     * @throws LungoException if the lambda fails
     * @throws Untraceable if it asks for values
     */
    public Graph steps(Shape output) {
        GraphBuilder graph = new GraphBuilder();
        Trace trace = new Trace(graph);
        Tensor prediction = trace.input(graph.add(new Operation.Input(), output));
        Tensor wanted = trace.input(graph.add(new Operation.Input(), target.orElseThrow()));
        Tensor each = trace.follow(() -> run(prediction, wanted));
        if (!each.isBatch()) {
            throw losesTheBatch(each);
        }
        Graph steps = graph.build(List.of(trace.node(each)));
        if (!learns(steps)) {
            throw hasNoGradient();
        }
        return steps;
    }

    /** Whether the result changes with the prediction in a way that has a gradient. */
    private static boolean learns(Graph steps) {
        Set<Integer> reached = new HashSet<>(Set.of(steps.inputs().get(0).id()));
        for (Node node : steps.nodes()) {
            for (int i = 0; i < node.inputs().size(); i++) {
                boolean passes =
                        !(node.operation() instanceof Compute compute)
                                || compute.function().hasGradient(i);
                if (passes && reached.contains(node.inputs().get(i))) {
                    reached.add(node.id());
                }
            }
        }
        return reached.contains(steps.output().id());
    }

    /** Nothing could be learned from it. */
    public LungoException hasNoGradient() {
        return LungoException.badInput(
                "The loss " + name + " cannot be made smaller by the model.",
                "a result without a gradient for the prediction, the lambda's first argument",
                "a result computed from the prediction",
                "use the first argument, without detach() or comparisons on the way.");
    }

    /** What the lambda does that cannot be written into a training, if anything. */
    public Optional<String> untraceable(Graph model) {
        try {
            steps(model.output().shape());
            return Optional.empty();
        } catch (Untraceable e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The loss of each example of a batch, computed at once. */
    public Tensor each(Tensor prediction, Tensor wanted) {
        Tensor each = run(prediction, wanted);
        if (each.rank() == 0 || each.size(0) != prediction.size(0)) {
            throw losesTheBatch(each);
        }
        return each.reshape(each.size(0), -1).mean(1);
    }

    private Tensor run(Tensor prediction, Tensor wanted) {
        return UserCode.run("loss " + name, () -> function.apply(prediction, wanted));
    }

    private LungoException losesTheBatch(Tensor result) {
        return LungoException.badInput(
                "The loss " + name + " loses the batch.",
                "a result " + result.outline(),
                "a result whose first axis is the batch: a number, or some, for each example",
                "leave axis 0 alone, for example mean(-1) in place of mean(); the mean over"
                        + " the batch is taken afterwards.");
    }

    @Override
    public String written() {
        return "loss(\"" + name + "\", ...)";
    }

    @Override
    public String toString() {
        return written();
    }
}
