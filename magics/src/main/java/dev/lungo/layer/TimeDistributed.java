package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A layer that reads each step by itself, with the same weights: {@code timeDistributed(conv2d(16,
 * 3))} for the pictures of a film.
 *
 * <p>Takes steps x what the layer takes, and gives steps x what it gives. {@code dense} reads each
 * step of a sequence without it. As Keras' TimeDistributed.
 *
 * @param layer what reads each step; {@code block(...)} makes one of several layers
 */
public record TimeDistributed(Layer layer) implements Layer {
    @Override
    public String kind() {
        return "timeDistributed";
    }

    @Override
    public String label() {
        return "timeDistributed " + layer.label();
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() < 2) {
            return Optional.of(
                    new Misfit(
                            "%s needs steps, each with what its layer reads, but gets %s."
                                    .formatted(this, input),
                            "Leave timeDistributed(..) out, or begin the model with input(steps,"
                                    + " ...)."));
        }
        return Inside.misfit(List.of(layer), step(input));
    }

    /** All steps of all examples become examples, so the layer sees nothing unusual. */
    @Override
    public Node build(GraphBuilder graph, Node input) {
        Node apart = graph.add(new Operation.Reshape(), step(input.shape()), input);
        Node given = Placing.place(graph, layer, apart);
        List<Integer> sizes = new ArrayList<>(List.of(input.shape().size(0)));
        sizes.addAll(given.shape().sizes());
        return graph.add(new Operation.Reshape(), new Shape(sizes), given);
    }

    private static Shape step(Shape steps) {
        return new Shape(steps.sizes().subList(1, steps.rank()));
    }

    @Override
    public String toString() {
        return "timeDistributed(" + layer + ")";
    }
}
