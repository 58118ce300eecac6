package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the largest value of each channel: {@code globalMaxPool()} makes 7 x 7 x 64 into 64.
 *
 * <p>Of a sequence (steps x features), the largest value of each feature.
 */
public record GlobalMaxPool() implements Layer {
    @Override
    public String kind() {
        return "globalMaxPool";
    }

    @Override
    public String label() {
        return "globalMaxPool";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return input.rank() == 2 || input.rank() == 3
                ? Optional.empty()
                : Optional.of(Arguments.notAPicture(toString(), input));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        boolean sequence = in.rank() == 2;
        return graph.add(
                sequence
                        ? new SequenceOperation.GlobalPool1d(true)
                        : new PictureOperation.GlobalPool2d(true),
                Shape.of(in.size(in.rank() - 1)),
                input);
    }

    @Override
    public String toString() {
        return "globalMaxPool()";
    }
}
