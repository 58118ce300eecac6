package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Activation;
import dev.lungo.graph.Edges;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.Window;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Spreads each value of a picture over a window: {@code conv2dTranspose(32, 3).stride(2).same()}
 * doubles height and width.
 *
 * <p>The transpose of a convolution, as generators and autoencoders use it. Takes height x width x
 * channels and gives {@code (height - 1) * stride + size} rows (at least {@code height * stride}),
 * or {@code height * stride} with {@link #same}, or as many fewer as {@link #padding} cuts off.
 * Weights start as in Keras: Glorot uniform, biases zero.
 *
 * @param filters the number of channels it gives
 * @param size height and width of each window
 * @param stride how far the window moves for each value
 * @param padding whether the size is a multiple of the input's, or what is cut off
 * @param more rows and columns added after those that the windows give
 * @param options what it was told beside
 */
public record Conv2dTranspose(
        int filters, Window size, Window stride, Padding padding, int more, LayerOptions options)
        implements WithBias<Conv2dTranspose>, Activated<Conv2dTranspose> {
    public Conv2dTranspose {
        String call = call(filters, size);
        atLeastOne("filters", filters, call, "conv2dTranspose(32, 3)");
        atLeastOne("size", Math.min(size.height(), size.width()), call, "conv2dTranspose(32, 3)");
        atLeastOne("stride", Math.min(stride.height(), stride.width()), call, "stride(2)");
    }

    /** Windows of one size, stride 1. */
    public Conv2dTranspose(int filters, Window size) {
        this(filters, size, Window.square(1), Padding.VALID, 0, LayerOptions.NONE);
    }

    /** A copy that gives {@code height * stride} rows and {@code width * stride} columns. */
    public Conv2dTranspose same() {
        return new Conv2dTranspose(filters, size, stride, Padding.SAME, more, options);
    }

    /**
     * A copy that cuts off this many rows and columns on each side, as in PyTorch: {@code
     * conv2dTranspose(32, 4).stride(2).padding(1)} doubles height and width.
     */
    public Conv2dTranspose padding(int cut) {
        Padding off = Padding.of(call(filters, size), cut);
        return new Conv2dTranspose(filters, size, stride, off, more, options);
    }

    /** A copy with this many rows and columns more at the end, as in PyTorch. */
    public Conv2dTranspose outputPadding(int more) {
        Arguments.atLeastOne("outputPadding", more, call(filters, size), "outputPadding(1)");
        return new Conv2dTranspose(filters, size, stride, padding, more, options);
    }

    /** A copy whose windows lie this far apart: the picture grows as many times. */
    public Conv2dTranspose stride(int stride) {
        return new Conv2dTranspose(filters, size, Window.square(stride), padding, more, options);
    }

    @Override
    public Conv2dTranspose with(LayerOptions options) {
        return new Conv2dTranspose(filters, size, stride, padding, more, options);
    }

    @Override
    public Conv2dTranspose activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "conv2dTranspose";
    }

    @Override
    public String label() {
        return "conv2dTranspose " + filters;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != 3) {
            return Arguments.picture(call(filters, size), input);
        }
        Shape given = given(input);
        return given.size(0) > 0 && given.size(1) > 0
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s cuts off all that it makes of %s.".formatted(this, input),
                                "Use a smaller padding, or same() to multiply the size."));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        var kernel = options.kernel(graph, in.size(2), filters, size.height(), size.width());
        var bias = options.bias(graph, (long) filters * size.area(), filters);
        int[] down = rows().cut();
        int[] across = columns().cut();
        Edges cut = new Edges(down[0], down[1], across[0], across[1]);
        var spread = new PictureOperation.Conv2dTranspose(kernel, bias, stride, cut);
        return options.activated(graph, graph.add(spread, given(in), input));
    }

    @Override
    public String toString() {
        return call(filters, size)
                + (stride.area() > 1 ? ".stride(" + Sliding.written(stride) + ")" : "")
                + padding.written()
                + (more > 0 ? ".outputPadding(" + more + ")" : "")
                + options.written();
    }

    private Shape given(Shape in) {
        return Shape.of(rows().places(in.size(0)), columns().places(in.size(1)), filters);
    }

    private Spreading rows() {
        return new Spreading(size.height(), stride.height(), padding, more);
    }

    private Spreading columns() {
        return new Spreading(size.width(), stride.width(), padding, more);
    }

    private static String call(int filters, Window size) {
        return "conv2dTranspose(" + filters + ", " + Sliding.written(size) + ")";
    }
}
