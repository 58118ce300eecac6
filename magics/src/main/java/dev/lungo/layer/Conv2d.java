package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.LungoException;
import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.Window;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Slides filters over a picture: {@code conv2d(32, 3).stride(2).same().relu()}.
 *
 * <p>Takes height x width x channels and gives {@code (height - size) / stride + 1} rows, or {@code
 * height / stride} rounded up with {@link #same}, columns likewise, and a channel for each filter.
 * Weights start as in Keras: Glorot uniform, biases zero.
 *
 * @param filters the number of filters, which is the number of channels it gives
 * @param size height and width of each filter
 * @param stride how far a filter moves at a time
 * @param dilation the distance between the values a filter reads
 * @param padding what happens at the edge of the picture
 * @param groups into how many groups the channels are cut, each with filters of its own
 * @param options what it was told beside
 */
public record Conv2d(
        int filters,
        Window size,
        Window stride,
        Window dilation,
        Padding padding,
        int groups,
        LayerOptions options)
        implements WithBias<Conv2d>, Activated<Conv2d> {
    public Conv2d {
        String call = call(filters, size);
        atLeastOne("filters", filters, call, "conv2d(32, 3)");
        atLeastOne("size", Math.min(size.height(), size.width()), call, "conv2d(32, 3)");
        atLeastOne("stride", Math.min(stride.height(), stride.width()), call, "stride(2)");
        atLeastOne("dilation", Math.min(dilation.height(), dilation.width()), call, "dilation(2)");
        atLeastOne("groups", groups, call, "groups(2)");
        if (filters % groups != 0) {
            throw LungoException.badInput(
                    call + ".groups(" + groups + ") cannot be made.",
                    filters + " filters in " + groups + " groups",
                    "the same number of filters in each group",
                    "use a multiple of " + groups + " filters.");
        }
    }

    /** Filters of one size, stride 1, inside the picture. */
    public Conv2d(int filters, Window size) {
        this(
                filters,
                size,
                Window.square(1),
                Window.square(1),
                Padding.VALID,
                1,
                LayerOptions.NONE);
    }

    /** A copy that pads the picture with zeros, so that with stride 1 its size stays the same. */
    public Conv2d same() {
        return new Conv2d(filters, size, stride, dilation, Padding.SAME, groups, options);
    }

    /** A copy that adds this many rows and columns of zeros on each side, as in PyTorch. */
    public Conv2d padding(int zeros) {
        Padding added = Padding.of(call(filters, size), zeros);
        return new Conv2d(filters, size, stride, dilation, added, groups, options);
    }

    /** A copy whose filters move this far down, and this far to the right, at a time. */
    public Conv2d stride(int down, int right) {
        Window far = new Window(down, right);
        return new Conv2d(filters, size, far, dilation, padding, groups, options);
    }

    /** A copy whose filters move this far at a time. */
    public Conv2d stride(int stride) {
        return new Conv2d(filters, size, Window.square(stride), dilation, padding, groups, options);
    }

    /** A copy whose filters read every {@code dilation}th value. */
    public Conv2d dilation(int dilation) {
        return new Conv2d(filters, size, stride, Window.square(dilation), padding, groups, options);
    }

    /** A copy that cuts the channels into groups, each with filters of its own. */
    public Conv2d groups(int groups) {
        return new Conv2d(filters, size, stride, dilation, padding, groups, options);
    }

    @Override
    public Conv2d with(LayerOptions options) {
        return new Conv2d(filters, size, stride, dilation, padding, groups, options);
    }

    @Override
    public Conv2d activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "conv2d";
    }

    @Override
    public String label() {
        return "conv2d " + filters;
    }

    private Sliding sliding() {
        return new Sliding(size, stride, dilation, padding);
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != 3) {
            return Arguments.picture(call(filters, size), input);
        }
        if (input.size(2) % groups != 0) {
            return Optional.of(
                    new Misfit(
                            "%s.groups(%d) cannot cut the %d channels of %s into %d equal groups."
                                    .formatted(
                                            call(filters, size),
                                            groups,
                                            input.size(2),
                                            input,
                                            groups),
                            "Use a number of groups that divides " + input.size(2) + "."));
        }
        return sliding().misfit(call(filters, size), input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        int channels = in.size(2) / groups;
        var kernel = options.kernel(graph, filters, channels, size.height(), size.width());
        var bias = options.bias(graph, (long) channels * size.area(), filters);
        var conv =
                new PictureOperation.Conv2d(
                        kernel, bias, stride, dilation, sliding().edges(in), groups);
        return options.activated(graph, graph.add(conv, sliding().output(in, filters), input));
    }

    static String call(int filters, Window size) {
        return "conv2d(" + filters + ", " + Sliding.written(size) + ")";
    }

    @Override
    public String toString() {
        return call(filters, size)
                + (stride.area() > 1 ? ".stride(" + Sliding.written(stride) + ")" : "")
                + (dilation.area() > 1 ? ".dilation(" + Sliding.written(dilation) + ")" : "")
                + (groups > 1 ? ".groups(" + groups + ")" : "")
                + padding.written()
                + options.written();
    }
}
