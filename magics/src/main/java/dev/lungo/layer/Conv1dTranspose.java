package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Spreads each step of a sequence over a window: {@code conv1dTranspose(32, 7).stride(2).same()}
 * doubles the length.
 *
 * <p>The transpose of a convolution, as autoencoders of time series use it. Takes steps x features
 * and gives {@code (steps - 1) * stride + size} steps (at least {@code steps * stride}), or {@code
 * steps * stride} with {@link #same}, or as many fewer as {@link #padding} cuts off. Weights start
 * as in Keras: Glorot uniform, biases zero.
 *
 * @param filters the number of features it gives
 * @param size how many steps each window has
 * @param stride how far the window moves for each step
 * @param padding whether the length is a multiple of the input's, or what is cut off
 * @param more steps added after those that the windows give
 * @param options what it was told beside
 */
public record Conv1dTranspose(
        int filters, int size, int stride, Padding padding, int more, LayerOptions options)
        implements WithBias<Conv1dTranspose>, Activated<Conv1dTranspose> {
    public Conv1dTranspose {
        String call = call(filters, size);
        atLeastOne("filters", filters, call, "conv1dTranspose(32, 7)");
        atLeastOne("size", size, call, "conv1dTranspose(32, 7)");
        atLeastOne("stride", stride, call, "stride(2)");
    }

    /** Windows of one size, stride 1. */
    public Conv1dTranspose(int filters, int size) {
        this(filters, size, 1, Padding.VALID, 0, LayerOptions.NONE);
    }

    /** A copy that gives {@code steps * stride} steps. */
    public Conv1dTranspose same() {
        return new Conv1dTranspose(filters, size, stride, Padding.SAME, more, options);
    }

    /** A copy that cuts off this many steps at each end, as in PyTorch. */
    public Conv1dTranspose padding(int cut) {
        Padding off = Padding.of(call(filters, size), cut);
        return new Conv1dTranspose(filters, size, stride, off, more, options);
    }

    /** A copy with this many steps more at the end, as in PyTorch. */
    public Conv1dTranspose outputPadding(int more) {
        atLeastOne("outputPadding", more, call(filters, size), "outputPadding(1)");
        return new Conv1dTranspose(filters, size, stride, padding, more, options);
    }

    /** A copy whose windows lie this far apart: the sequence grows as many times. */
    public Conv1dTranspose stride(int stride) {
        return new Conv1dTranspose(filters, size, stride, padding, more, options);
    }

    @Override
    public Conv1dTranspose with(LayerOptions options) {
        return new Conv1dTranspose(filters, size, stride, padding, more, options);
    }

    @Override
    public Conv1dTranspose activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "conv1dTranspose";
    }

    @Override
    public String label() {
        return "conv1dTranspose " + filters;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != 2) {
            return Arguments.sequence(call(filters, size), input);
        }
        return spreading().places(input.size(0)) > 0
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s cuts off all that it makes of %s.".formatted(this, input),
                                "Use a smaller padding, or same() to multiply the length."));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        int features = input.shape().size(1);
        var kernel = options.kernel(graph, features, filters, size);
        var bias = options.bias(graph, (long) filters * size, filters);
        int[] cut = spreading().cut();
        var spread = new SequenceOperation.Conv1dTranspose(kernel, bias, stride, cut[0], cut[1]);
        Shape given = Shape.of(spreading().places(input.shape().size(0)), filters);
        return options.activated(graph, graph.add(spread, given, input));
    }

    private Spreading spreading() {
        return new Spreading(size, stride, padding, more);
    }

    private static String call(int filters, int size) {
        return "conv1dTranspose(" + filters + ", " + size + ")";
    }

    @Override
    public String toString() {
        return call(filters, size)
                + (stride > 1 ? ".stride(" + stride + ")" : "")
                + padding.written()
                + (more > 0 ? ".outputPadding(" + more + ")" : "")
                + options.written();
    }
}
