package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.graph.Weight;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Adds a learned row of numbers to each step, so that a transformer knows their order: {@code
 * embedding(10000, 32), positionEmbedding()}.
 *
 * <p>Takes steps x features and gives the same shape. The table starts like that of {@link
 * Embedding}: uniform within 0.05, with {@link #pytorch} normal with deviation 1. Source: Gehring
 * and others, Convolutional Sequence to Sequence Learning, 2017.
 *
 * @param options what it was told beside
 */
public record PositionEmbedding(LayerOptions options) implements WithKernel<PositionEmbedding> {
    /** A table that starts as in Keras. */
    public PositionEmbedding() {
        this(LayerOptions.NONE);
    }

    @Override
    public PositionEmbedding with(LayerOptions options) {
        return new PositionEmbedding(options);
    }

    @Override
    public String kind() {
        return "positionEmbedding";
    }

    @Override
    public String label() {
        return "positionEmbedding";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Arguments.sequence("positionEmbedding()", input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Initializer usual =
                options.isPyTorch(graph)
                        ? new Initializer.Normal(1)
                        : new Initializer.Uniform(0.05);
        Shape in = input.shape();
        Weight rows = options.kernel(graph, usual, in.size(0), in.size(1));
        return graph.add(new SequenceOperation.AddRows(rows), in, input);
    }

    @Override
    public String toString() {
        return "positionEmbedding()" + options.written();
    }
}
