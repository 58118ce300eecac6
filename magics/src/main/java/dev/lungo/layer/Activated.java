package dev.lungo.layer;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import java.util.Optional;

/**
 * A layer that can end with an activation function, written after it: {@code dense(64).relu()}.
 *
 * @param <L> the layer itself
 */
public interface Activated<L> {
    /** A copy that ends with this function, in place of the one before. */
    L activation(Activation function);

    /** A copy that ends with {@code max(0, x)}. */
    default L relu() {
        return activation(Activation.RELU);
    }

    /** A copy that ends with the logistic function: a probability for each value by itself. */
    default L sigmoid() {
        return activation(Activation.SIGMOID);
    }

    /** A copy that ends with the hyperbolic tangent. */
    default L tanh() {
        return activation(Activation.TANH);
    }

    /** A copy that ends with softmax: probabilities that add up to 1. */
    default L softmax() {
        return activation(Activation.SOFTMAX);
    }

    /** Adds the function after {@code node}, if there is one. */
    static Node apply(Optional<Activation> function, GraphBuilder graph, Node node) {
        return function.map(f -> graph.add(new Operation.Activate(f), node.shape(), node))
                .orElse(node);
    }

    /** The function as it is written after a layer. */
    static String written(Optional<Activation> function) {
        return function.map(f -> "." + f + "()").orElse("");
    }
}
