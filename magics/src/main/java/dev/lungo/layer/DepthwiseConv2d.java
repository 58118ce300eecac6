package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.PictureOperation;
import dev.lungo.graph.Weight;
import dev.lungo.graph.Window;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Slides filters over each channel by itself: {@code depthwiseConv2d(3).same().relu6()}.
 *
 * <p>Takes height x width x channels and gives {@code channels * multiplier} channels: the first
 * ones from the first channel, and so on. Weights start as in Keras: Glorot uniform, biases zero.
 * Source: Howard and others, MobileNets, 2017.
 *
 * @param size height and width of each filter
 * @param stride how far a filter moves at a time
 * @param padding what happens at the edge of the picture
 * @param multiplier how many filters each channel has
 * @param options what it was told beside
 */
public record DepthwiseConv2d(
        Window size, Window stride, Padding padding, int multiplier, LayerOptions options)
        implements WithBias<DepthwiseConv2d>, Activated<DepthwiseConv2d> {
    public DepthwiseConv2d {
        String call = "depthwiseConv2d(" + Sliding.written(size) + ")";
        atLeastOne("size", Math.min(size.height(), size.width()), call, "depthwiseConv2d(3)");
        atLeastOne("stride", Math.min(stride.height(), stride.width()), call, "stride(2)");
        atLeastOne("multiplier", multiplier, call, "multiplier(2)");
    }

    /** One filter for each channel, stride 1, inside the picture. */
    public DepthwiseConv2d(Window size) {
        this(size, Window.square(1), Padding.VALID, 1, LayerOptions.NONE);
    }

    /** A copy that pads the picture with zeros, so that with stride 1 its size stays the same. */
    public DepthwiseConv2d same() {
        return new DepthwiseConv2d(size, stride, Padding.SAME, multiplier, options);
    }

    /** A copy that adds this many rows and columns of zeros on each side, as in PyTorch. */
    public DepthwiseConv2d padding(int zeros) {
        Padding added = Padding.of(toString(), zeros);
        return new DepthwiseConv2d(size, stride, added, multiplier, options);
    }

    /** A copy whose filters move this far at a time. */
    public DepthwiseConv2d stride(int stride) {
        return new DepthwiseConv2d(size, Window.square(stride), padding, multiplier, options);
    }

    /** A copy with this many filters for each channel. */
    public DepthwiseConv2d multiplier(int multiplier) {
        return new DepthwiseConv2d(size, stride, padding, multiplier, options);
    }

    @Override
    public DepthwiseConv2d with(LayerOptions options) {
        return new DepthwiseConv2d(size, stride, padding, multiplier, options);
    }

    @Override
    public DepthwiseConv2d activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "depthwiseConv2d";
    }

    @Override
    public String label() {
        return "depthwiseConv2d " + Sliding.written(size);
    }

    private Sliding sliding() {
        return Sliding.of(size, stride, padding);
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return sliding().misfit("depthwiseConv2d(" + Sliding.written(size) + ")", input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        int channels = in.size(2);
        Weight kernel = options.depthwiseKernel(graph, channels, multiplier, size);
        var bias = options.bias(graph, size.area(), channels * multiplier);
        var conv =
                new PictureOperation.Conv2d(
                        kernel, bias, stride, Window.square(1), sliding().edges(in), channels);
        Shape given = sliding().output(in, channels * multiplier);
        return options.activated(graph, graph.add(conv, given, input));
    }

    @Override
    public String toString() {
        return "depthwiseConv2d("
                + Sliding.written(size)
                + ")"
                + (stride.area() > 1 ? ".stride(" + Sliding.written(stride) + ")" : "")
                + padding.written()
                + (multiplier > 1 ? ".multiplier(" + multiplier + ")" : "")
                + options.written();
    }
}
