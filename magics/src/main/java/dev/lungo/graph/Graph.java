package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.List;

/**
 * A model as operations in an order in which they can run; the last one is its output.
 *
 * @param nodes the operations; the first is the input
 * @param weights every weight once, in the order of the layers
 */
public record Graph(List<Node> nodes, List<Weight> weights) {
    public Graph {
        nodes = List.copyOf(nodes);
        weights = List.copyOf(weights);
    }

    /** The shape of one example that goes in. */
    public Shape input() {
        return nodes.get(0).shape();
    }

    /** The last operation. */
    public Node output() {
        return nodes.get(nodes.size() - 1);
    }

    /** Whether the model ends with this function. */
    public boolean endsWith(Activation function) {
        return output().operation() instanceof Operation.Activate end && end.function() == function;
    }

    /** How many multiplications one example costs; training takes about three times as many. */
    public long multiplications() {
        return nodes.stream().mapToLong(Graph::multiplications).sum();
    }

    private static long multiplications(Node node) {
        if (node.operation() instanceof Operation.Conv2d conv) {
            long pixels = (long) node.shape().size(0) * node.shape().size(1);
            return pixels * conv.kernel().elements();
        }
        return node.operation() instanceof Operation.Linear linear ? linear.kernel().elements() : 0;
    }
}
