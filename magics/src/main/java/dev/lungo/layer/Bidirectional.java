package dev.lungo.layer;

import dev.lungo.graph.Gives;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.Operation.Merge.How;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a sequence from both ends: {@code bidirectional(lstm(64))} gives 128 numbers.
 *
 * <p>Two layers with weights of their own, one of which reads the steps from the last to the first;
 * what they give is put side by side, with {@code returnSequences()} step by step; with {@code
 * returnState()} a layer of twice the units can go on from it. As in Keras, and as with {@code
 * bidirectional=True} in PyTorch. Source: Schuster and Paliwal, Bidirectional Recurrent Neural
 * Networks, 1997.
 *
 * @param layer the layer that reads, {@code lstm}, {@code gru} or {@code simpleRnn}
 */
public record Bidirectional(Recurrent layer) implements Layer {
    @Override
    public String kind() {
        return "bidirectional";
    }

    @Override
    public String label() {
        return "bidirectional " + layer.label();
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return layer.misfit(input, above);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Node forward = read(graph, "forward", input);
        Node backward = read(graph, "backward", reversed(graph, input));
        Node there = layer.gives() == Gives.STEPS ? reversed(graph, backward) : backward;
        Shape given = forward.shape().withLast(2 * layer.units());
        return graph.add(new Operation.Merge(How.CONCATENATE), given, forward, there);
    }

    private Node read(GraphBuilder graph, String direction, Node input) {
        String kind = layer.kind();
        String name = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        return Placing.place(graph, layer.named(direction + name), input);
    }

    private static Node reversed(GraphBuilder graph, Node steps) {
        Node reversed = graph.add(new SequenceOperation.Reverse(), steps.shape(), steps);
        graph.mask(steps)
                .map(mask -> graph.add(new SequenceOperation.Reverse(), mask.shape(), mask))
                .ifPresent(mask -> graph.mask(reversed, mask));
        return reversed;
    }

    @Override
    public String toString() {
        return "bidirectional(" + layer + ")";
    }
}
