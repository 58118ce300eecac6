package dev.lungo.layer;

import dev.lungo.graph.Compute;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.graph.TensorFunction;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Says a row of numbers again at each step: {@code repeatVector(5)} makes 64 into 5 x 64.
 *
 * <p>Stands between the two halves of a recurrent autoencoder: one reads a sequence into a row, the
 * other writes a sequence from it. As Keras' RepeatVector.
 *
 * @param steps how often
 */
public record RepeatVector(int steps) implements Layer {
    public RepeatVector {
        Arguments.atLeastOne("steps", steps, "repeatVector(" + steps + ")", "repeatVector(5)");
    }

    @Override
    public String kind() {
        return "repeatVector";
    }

    @Override
    public String label() {
        return "repeatVector " + steps;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return input.rank() == 1
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s repeats a row of numbers, but gets %s.".formatted(this, input),
                                "Put flatten() above it, or leave .returnSequences() out of the"
                                        + " recurrent layer above it."));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        int features = input.shape().size(0);
        Node one = graph.add(new Operation.Reshape(), Shape.of(1, features), input);
        List<Double> sizes = List.of(-1.0, (double) steps, (double) features);
        return graph.add(new Compute(TensorFunction.EXPAND, sizes), Shape.of(steps, features), one);
    }

    @Override
    public String toString() {
        return "repeatVector(" + steps + ")";
    }
}
