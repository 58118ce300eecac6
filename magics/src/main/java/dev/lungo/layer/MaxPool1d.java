package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the largest value of each window of steps: {@code maxPool1d(2)} halves the length.
 *
 * <p>Takes steps x features and keeps the features. Windows do not overlap unless given a stride;
 * steps left over at the end are dropped, as in Keras' default.
 *
 * @param size how many steps a window has
 * @param stride how far the window moves at a time
 * @param padding what happens at the ends of the sequence
 */
public record MaxPool1d(int size, int stride, Padding padding) implements Layer {
    public MaxPool1d {
        atLeastOne("size", size, "maxPool1d(" + size + ")", "maxPool1d(2)");
        atLeastOne("stride", stride, "maxPool1d(" + size + ")", "stride(2)");
    }

    /** Windows that do not overlap. */
    public MaxPool1d(int size) {
        this(size, size, Padding.VALID);
    }

    /** A copy whose window moves this far at a time. */
    public MaxPool1d stride(int stride) {
        return new MaxPool1d(size, stride, padding);
    }

    /** A copy that looks this far beyond each end, as in PyTorch; what is there never counts. */
    public MaxPool1d padding(int beyond) {
        return new MaxPool1d(size, stride, Padding.of(toString(), beyond));
    }

    /** A copy that also pools what is left at the end: the length is divided and rounded up. */
    public MaxPool1d same() {
        return new MaxPool1d(size, stride, Padding.SAME);
    }

    @Override
    public String kind() {
        return "maxPool1d";
    }

    @Override
    public String label() {
        return "maxPool1d " + size;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Pooling.misfit(toString(), size, padding, input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        int[] added = padding.zeros(input.shape().size(0), size, stride);
        var pool = new SequenceOperation.MaxPool1d(size, stride, added[0], added[1]);
        return graph.add(pool, Pooling.output(size, stride, padding, input.shape()), input);
    }

    @Override
    public String toString() {
        return Pooling.written("maxPool1d", size, stride, padding);
    }
}
