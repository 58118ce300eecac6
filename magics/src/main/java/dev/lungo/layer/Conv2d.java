package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Slides square filters over a picture: {@code conv2d(32, 3).relu()}.
 *
 * <p>Takes height x width x channels and gives {@code (height - size + 1) x (width - size + 1) x
 * filters}, or the same height and width with {@link #same}. Stride 1. Weights start as in Keras:
 * Glorot uniform, biases zero.
 *
 * @param filters the number of filters, which is the number of channels it gives
 * @param size height and width of each filter
 * @param padding what happens at the edge of the picture
 * @param function the activation function, if any
 */
public record Conv2d(int filters, int size, Padding padding, Optional<Activation> function)
        implements Layer, Activated<Conv2d> {
    public Conv2d {
        atLeastOne("filters", filters, "conv2d(" + filters + ", " + size + ")", "conv2d(32, 3)");
        atLeastOne("size", size, "conv2d(" + filters + ", " + size + ")", "conv2d(32, 3)");
    }

    /** A copy that pads the picture with zeros, so that height and width stay the same. */
    public Conv2d same() {
        return new Conv2d(filters, size, Padding.SAME, function);
    }

    @Override
    public Conv2d activation(Activation function) {
        return new Conv2d(filters, size, padding, Optional.of(function));
    }

    @Override
    public String kind() {
        return "conv2d";
    }

    @Override
    public String label() {
        return "conv2d " + filters;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != 3) {
            return Optional.of(Arguments.notAPicture(call(), input));
        }
        if (padding == Padding.VALID && (input.size(0) < size || input.size(1) < size)) {
            return Optional.of(
                    new Misfit(
                            "%s cannot slide over %s: it needs at least %d x %d."
                                    .formatted(call(), input, size, size),
                            "Use a smaller filter, or conv2d(%d, %d).same() to keep the size."
                                    .formatted(filters, size)));
        }
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        int channels = in.size(2);
        int window = size * size;
        var kernel =
                graph.weight(
                        "kernel",
                        new Initializer.GlorotUniform(channels * window, filters * window),
                        filters,
                        channels,
                        size,
                        size);
        var bias = graph.weight("bias", new Initializer.Zeros(), filters);
        int added = padding == Padding.SAME ? size - 1 : 0;
        // An even filter cannot be centred: the odd row of zeros goes below, as in Keras.
        int before = added / 2;
        int shrink = size - 1 - added;
        Shape out = Shape.of(in.size(0) - shrink, in.size(1) - shrink, filters);
        Node node =
                graph.add(new Operation.Conv2d(kernel, bias, before, added - before), out, input);
        return Activated.apply(function, graph, node);
    }

    private String call() {
        return "conv2d(" + filters + ", " + size + ")";
    }

    @Override
    public String toString() {
        return call() + (padding == Padding.SAME ? ".same()" : "") + Activated.written(function);
    }
}
