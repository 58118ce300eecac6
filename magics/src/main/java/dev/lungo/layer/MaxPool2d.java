package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.Window;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the largest value of each window: {@code maxPool2d(2)} halves height and width.
 *
 * <p>Windows do not overlap unless given a stride; rows and columns left over at the edge are
 * dropped, as in Keras' default. Takes height x width x channels and keeps the channels.
 *
 * @param size height and width of each window
 * @param stride how far the window moves at a time
 * @param padding what happens at the edge of the picture
 */
public record MaxPool2d(Window size, Window stride, Padding padding) implements Layer {
    public MaxPool2d {
        String call = "maxPool2d(" + Sliding.written(size) + ")";
        atLeastOne("size", Math.min(size.height(), size.width()), call, "maxPool2d(2)");
        atLeastOne("stride", Math.min(stride.height(), stride.width()), call, "stride(2)");
    }

    /** Windows that do not overlap. */
    public MaxPool2d(Window size) {
        this(size, size, Padding.VALID);
    }

    /** A copy whose window moves this far down, and this far to the right, at a time. */
    public MaxPool2d stride(int down, int right) {
        return new MaxPool2d(size, new Window(down, right), padding);
    }

    /** A copy whose window moves this far at a time. */
    public MaxPool2d stride(int stride) {
        return new MaxPool2d(size, Window.square(stride), padding);
    }

    /** A copy that looks this far beyond each edge, as in PyTorch; what is there never counts. */
    public MaxPool2d padding(int beyond) {
        return new MaxPool2d(size, stride, Padding.of(toString(), beyond));
    }

    /** A copy that also pools what is left at the edge: sizes are divided and rounded up. */
    public MaxPool2d same() {
        return new MaxPool2d(size, stride, Padding.SAME);
    }

    @Override
    public String kind() {
        return "maxPool2d";
    }

    @Override
    public String label() {
        return "maxPool2d " + Sliding.written(size);
    }

    private Sliding sliding() {
        return Sliding.of(size, stride, padding);
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Pooling.misfit(toString(), sliding(), input, above);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        var pool = new PictureOperation.MaxPool2d(size, stride, sliding().edges(in));
        return graph.add(pool, sliding().output(in, in.size(2)), input);
    }

    @Override
    public String toString() {
        return Pooling.written("maxPool2d", sliding());
    }
}
