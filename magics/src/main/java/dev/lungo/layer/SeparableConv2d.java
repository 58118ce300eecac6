package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Activation;
import dev.lungo.graph.Edges;
import dev.lungo.graph.Fans;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.Weight;
import dev.lungo.graph.Window;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Slides a filter over each channel by itself, then mixes the channels of each pixel: {@code
 * separableConv2d(64, 3).same().relu()}.
 *
 * <p>Does what {@code conv2d} does with far fewer weights. Takes height x width x channels and
 * gives a channel for each filter. Weights start as in Keras: Glorot uniform, biases zero. Source:
 * Chollet, Xception: Deep Learning with Depthwise Separable Convolutions, 2017.
 *
 * @param filters the number of channels it gives
 * @param size height and width of each channel's filter
 * @param stride how far a filter moves at a time
 * @param padding what happens at the edge of the picture
 * @param multiplier how many filters each channel has
 * @param options what it was told beside
 */
public record SeparableConv2d(
        int filters,
        Window size,
        Window stride,
        Padding padding,
        int multiplier,
        LayerOptions options)
        implements WithBias<SeparableConv2d>, Activated<SeparableConv2d> {
    private static final Window ONE = Window.square(1);

    public SeparableConv2d {
        String call = call(filters, size);
        atLeastOne("filters", filters, call, "separableConv2d(64, 3)");
        atLeastOne("size", Math.min(size.height(), size.width()), call, "separableConv2d(64, 3)");
        atLeastOne("stride", Math.min(stride.height(), stride.width()), call, "stride(2)");
        atLeastOne("multiplier", multiplier, call, "multiplier(2)");
    }

    /** One filter for each channel, stride 1, inside the picture. */
    public SeparableConv2d(int filters, Window size) {
        this(filters, size, ONE, Padding.VALID, 1, LayerOptions.NONE);
    }

    /** A copy that pads the picture with zeros, so that with stride 1 its size stays the same. */
    public SeparableConv2d same() {
        return new SeparableConv2d(filters, size, stride, Padding.SAME, multiplier, options);
    }

    /** A copy that adds this many rows and columns of zeros on each side, as in PyTorch. */
    public SeparableConv2d padding(int zeros) {
        Padding added = Padding.of(toString(), zeros);
        return new SeparableConv2d(filters, size, stride, added, multiplier, options);
    }

    /** A copy whose filters move this far at a time. */
    public SeparableConv2d stride(int stride) {
        Window far = Window.square(stride);
        return new SeparableConv2d(filters, size, far, padding, multiplier, options);
    }

    /** A copy with this many filters for each channel. */
    public SeparableConv2d multiplier(int multiplier) {
        return new SeparableConv2d(filters, size, stride, padding, multiplier, options);
    }

    @Override
    public SeparableConv2d with(LayerOptions options) {
        return new SeparableConv2d(filters, size, stride, padding, multiplier, options);
    }

    @Override
    public SeparableConv2d activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "separableConv2d";
    }

    @Override
    public String label() {
        return "separableConv2d " + filters;
    }

    private Sliding sliding() {
        return Sliding.of(size, stride, padding);
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return sliding().misfit(call(filters, size), input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        int channels = in.size(2);
        int middle = channels * multiplier;
        Weight deep = options.depthwiseKernel(graph, channels, multiplier, size);
        Initializer usual =
                options.isPyTorch(graph) ? LayerOptions.within(middle) : LayerOptions.GLOROT;
        Weight mixing =
                graph.weight(
                        "pointwiseKernel",
                        options.kernelStart().orElse(usual),
                        new Fans(middle, filters),
                        options.penalty(),
                        filters,
                        middle,
                        1,
                        1);
        Node each =
                graph.add(
                        new PictureOperation.Conv2d(
                                deep, Optional.empty(), stride, ONE, sliding().edges(in), channels),
                        sliding().output(in, middle),
                        input);
        var bias = options.bias(graph, middle, filters);
        var mix = new PictureOperation.Conv2d(mixing, bias, ONE, ONE, Edges.NONE, 1);
        return options.activated(graph, graph.add(mix, each.shape().withLast(filters), each));
    }

    private static String call(int filters, Window size) {
        return "separableConv2d(" + filters + ", " + Sliding.written(size) + ")";
    }

    @Override
    public String toString() {
        return call(filters, size)
                + (stride.area() > 1 ? ".stride(" + Sliding.written(stride) + ")" : "")
                + padding.written()
                + (multiplier > 1 ? ".multiplier(" + multiplier + ")" : "")
                + options.written();
    }
}
