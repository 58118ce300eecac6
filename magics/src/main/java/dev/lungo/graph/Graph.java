package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.List;

/**
 * A model as operations in an order in which they can run.
 *
 * @param nodes the operations
 * @param weights every weight once, in the order of the layers
 * @param outputs the ids of the nodes whose values the model gives
 */
public record Graph(List<Node> nodes, List<Weight> weights, List<Integer> outputs) {
    public Graph {
        nodes = List.copyOf(nodes);
        weights = List.copyOf(weights);
        outputs = List.copyOf(outputs);
    }

    /** The shape of one example that goes in: of the first input where there are several. */
    public Shape input() {
        return inputs().get(0).shape();
    }

    /** The nodes that examples go into. */
    public List<Node> inputs() {
        return nodes.stream().filter(node -> node.operation() instanceof Operation.Input).toList();
    }

    /** The operation whose value the model gives: the first of them where there are several. */
    public Node output() {
        return nodes.get(outputs.get(0));
    }

    /** The same model seen from one of its outputs, counted from 0, as if it had no other. */
    public Graph withOutput(int number) {
        return outputs.size() == 1 ? this : new Graph(nodes, weights, List.of(outputs.get(number)));
    }

    /** How many numbers all outputs together give for one example. */
    public int width() {
        return outputs.stream().mapToInt(id -> nodes.get(id).shape().elements()).sum();
    }

    /** The weights that training moves. */
    public List<Weight> trainable() {
        return weights.stream().filter(Weight::trainable).toList();
    }

    /** Whether the model ends with this function. */
    public boolean endsWith(Activation function) {
        return endsWith(output(), function);
    }

    /** Whether one of the model's outputs is this function. */
    public static boolean endsWith(Node output, Activation function) {
        return output.operation() instanceof Operation.Activate end
                && end.function().equals(function);
    }

    /** How many multiplications one example costs; training takes about three times as many. */
    public long multiplications() {
        return nodes.stream().mapToLong(this::multiplications).sum();
    }

    /** How many of them one operation costs. */
    public long multiplications(Node node) {
        Shape taken =
                node.inputs().isEmpty() ? node.shape() : nodes.get(node.inputs().get(0)).shape();
        return node.operation().multiplications(taken, node.shape()) * times(node);
    }

    /** How often it runs for one example: a reshape to fewer numbers makes steps to examples. */
    private long times(Node node) {
        if (node.inputs().isEmpty()) {
            return 1;
        }
        Node from = nodes.get(node.inputs().get(0));
        return node.operation() instanceof Operation.Reshape
                ? times(from) * from.shape().elements() / node.shape().elements()
                : times(from);
    }
}
