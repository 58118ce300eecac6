package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.LungoException;
import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Slides filters along a sequence: {@code conv1d(32, 5).causal().relu()}.
 *
 * <p>Takes steps x features and gives {@code (steps - size) / stride + 1} steps, or {@code steps /
 * stride} rounded up with {@link #same} and {@link #causal}, and a feature for each filter. Weights
 * start as in Keras: Glorot uniform, biases zero.
 *
 * @param filters the number of filters, which is the number of features it gives
 * @param size how many steps a filter reads
 * @param stride how far a filter moves at a time
 * @param dilation the distance between the steps a filter reads
 * @param padding what happens at the ends of the sequence
 * @param groups into how many groups the features are cut, each with filters of its own
 * @param options what it was told beside
 */
public record Conv1d(
        int filters,
        int size,
        int stride,
        int dilation,
        Padding padding,
        int groups,
        LayerOptions options)
        implements WithBias<Conv1d>, Activated<Conv1d> {
    public Conv1d {
        String call = call(filters, size);
        atLeastOne("filters", filters, call, "conv1d(32, 5)");
        atLeastOne("size", size, call, "conv1d(32, 5)");
        atLeastOne("stride", stride, call, "stride(2)");
        atLeastOne("dilation", dilation, call, "dilation(2)");
        atLeastOne("groups", groups, call, "groups(2)");
        if (filters % groups != 0) {
            throw LungoException.badInput(
                    call + ".groups(" + groups + ") cannot be made.",
                    filters + " filters in " + groups + " groups",
                    "the same number of filters in each group",
                    "use a multiple of " + groups + " filters.");
        }
    }

    /** Filters of one size, stride 1, inside the sequence. */
    public Conv1d(int filters, int size) {
        this(filters, size, 1, 1, Padding.VALID, 1, LayerOptions.NONE);
    }

    /** A copy that adds zeros at both ends, so that with stride 1 the length stays the same. */
    public Conv1d same() {
        return new Conv1d(filters, size, stride, dilation, Padding.SAME, groups, options);
    }

    /** A copy that adds this many steps of zeros at each end, as in PyTorch. */
    public Conv1d padding(int zeros) {
        Padding added = Padding.of(call(filters, size), zeros);
        return new Conv1d(filters, size, stride, dilation, added, groups, options);
    }

    /** A copy that adds zeros before the first step, so that no step sees a later one. */
    public Conv1d causal() {
        return new Conv1d(filters, size, stride, dilation, Padding.CAUSAL, groups, options);
    }

    /** A copy whose filters move this far at a time. */
    public Conv1d stride(int stride) {
        return new Conv1d(filters, size, stride, dilation, padding, groups, options);
    }

    /** A copy whose filters read every {@code dilation}th step. */
    public Conv1d dilation(int dilation) {
        return new Conv1d(filters, size, stride, dilation, padding, groups, options);
    }

    /** A copy that cuts the features into groups, each with filters of its own. */
    public Conv1d groups(int groups) {
        return new Conv1d(filters, size, stride, dilation, padding, groups, options);
    }

    @Override
    public Conv1d with(LayerOptions options) {
        return new Conv1d(filters, size, stride, dilation, padding, groups, options);
    }

    @Override
    public Conv1d activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "conv1d";
    }

    @Override
    public String label() {
        return "conv1d " + filters;
    }

    private int span() {
        return (size - 1) * dilation + 1;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        String call = call(filters, size);
        if (input.rank() != 2) {
            return Arguments.sequence(call, input);
        }
        if (input.size(1) % groups != 0) {
            return Optional.of(
                    new Misfit(
                            "%s.groups(%d) cannot cut the %d features of %s into %d equal groups."
                                    .formatted(call, groups, input.size(1), input, groups),
                            "Use a number of groups that divides " + input.size(1) + "."));
        }
        if (!padding.fits(input.size(0), span())) {
            return Optional.of(
                    new Misfit(
                            "%s cannot slide along %s: it needs at least %d steps."
                                    .formatted(call, input, span()),
                            "Use a smaller filter, or %s.same() to keep the length."
                                    .formatted(call)));
        }
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        int steps = input.shape().size(0);
        int features = input.shape().size(1) / groups;
        var kernel = options.kernel(graph, filters, features, size);
        var bias = options.bias(graph, (long) features * size, filters);
        int[] zeros = padding.zeros(steps, span(), stride);
        var conv =
                new SequenceOperation.Conv1d(
                        kernel, bias, stride, dilation, zeros[0], zeros[1], groups);
        Shape given = Shape.of(padding.places(steps, span(), stride), filters);
        return options.activated(graph, graph.add(conv, given, input));
    }

    private static String call(int filters, int size) {
        return "conv1d(" + filters + ", " + size + ")";
    }

    @Override
    public String toString() {
        return call(filters, size)
                + (stride > 1 ? ".stride(" + stride + ")" : "")
                + (dilation > 1 ? ".dilation(" + dilation + ")" : "")
                + (groups > 1 ? ".groups(" + groups + ")" : "")
                + padding.written()
                + options.written();
    }
}
