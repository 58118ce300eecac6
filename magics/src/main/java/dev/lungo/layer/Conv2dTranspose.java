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
 * or {@code height * stride} with {@link #same}. Weights start as in Keras: Glorot uniform, biases
 * zero.
 *
 * @param filters the number of channels it gives
 * @param size height and width of each window
 * @param stride how far the window moves for each value
 * @param padding whether the size is a multiple of the input's
 * @param options what it was told beside
 */
public record Conv2dTranspose(
        int filters, Window size, Window stride, Padding padding, LayerOptions options)
        implements WithBias<Conv2dTranspose>, Activated<Conv2dTranspose> {
    public Conv2dTranspose {
        String call = call(filters, size);
        atLeastOne("filters", filters, call, "conv2dTranspose(32, 3)");
        atLeastOne("size", Math.min(size.height(), size.width()), call, "conv2dTranspose(32, 3)");
        atLeastOne("stride", Math.min(stride.height(), stride.width()), call, "stride(2)");
    }

    /** Windows of one size, stride 1. */
    public Conv2dTranspose(int filters, Window size) {
        this(filters, size, Window.square(1), Padding.VALID, LayerOptions.NONE);
    }

    /** A copy that gives {@code height * stride} rows and {@code width * stride} columns. */
    public Conv2dTranspose same() {
        return new Conv2dTranspose(filters, size, stride, Padding.SAME, options);
    }

    /** A copy whose windows lie this far apart: the picture grows as many times. */
    public Conv2dTranspose stride(int stride) {
        return new Conv2dTranspose(filters, size, Window.square(stride), padding, options);
    }

    @Override
    public Conv2dTranspose with(LayerOptions options) {
        return new Conv2dTranspose(filters, size, stride, padding, options);
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
        return Arguments.picture(call(filters, size), input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        var kernel = options.kernel(graph, in.size(2), filters, size.height(), size.width());
        var bias = options.bias(graph, (long) filters * size.area(), filters);
        int rows = cut(size.height(), stride.height());
        int columns = cut(size.width(), stride.width());
        int top = Math.max(0, rows / 2);
        int left = Math.max(0, columns / 2);
        Edges cut = new Edges(top, rows - top, left, columns - left);
        Shape given =
                Shape.of(
                        (in.size(0) - 1) * stride.height() + size.height() - rows,
                        (in.size(1) - 1) * stride.width() + size.width() - columns,
                        filters);
        var spread = new PictureOperation.Conv2dTranspose(kernel, bias, stride, cut);
        return options.activated(graph, graph.add(spread, given, input));
    }

    @Override
    public String toString() {
        return call(filters, size)
                + (stride.area() > 1 ? ".stride(" + Sliding.written(stride) + ")" : "")
                + (padding == Padding.SAME ? ".same()" : "")
                + options.written();
    }

    /** What is cut off along one axis; below 0 where a small window leaves gaps at the end. */
    private int cut(int size, int stride) {
        int over = size - stride;
        return padding == Padding.SAME ? over : Math.min(over, 0);
    }

    private static String call(int filters, Window size) {
        return "conv2dTranspose(" + filters + ", " + Sliding.written(size) + ")";
    }
}
