package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A relu that learns its slope for negative values: {@code conv2d(64, 3), prelu().byChannel()}.
 *
 * <p>As in Keras there is a slope for each value, which begins at 0; with {@link #byChannel} one
 * for each channel; with {@link #pytorch} a single one, or one for each channel, that begins at
 * 0.25. Source: He and others, Delving Deep into Rectifiers, 2015.
 *
 * @param channels whether there is one slope for each channel
 * @param options what it was told beside
 */
public record PRelu(boolean channels, LayerOptions options) implements WithWeights<PRelu> {
    /** A slope for each value, as in Keras. */
    public PRelu() {
        this(false, LayerOptions.NONE);
    }

    /** A copy with one slope for each channel, or feature, of what it reads. */
    public PRelu byChannel() {
        return new PRelu(true, options);
    }

    @Override
    public PRelu with(LayerOptions options) {
        return new PRelu(channels, options);
    }

    @Override
    public String kind() {
        return "prelu";
    }

    @Override
    public String label() {
        return "prelu";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        boolean torch = options.isPyTorch(graph);
        Shape slopes = channels ? Shape.of(in.last()) : torch ? Shape.of(1) : in;
        var alpha =
                graph.weight(
                        "alpha",
                        torch ? new Initializer.Constant(0.25) : LayerOptions.ZEROS,
                        slopes.sizes().toArray(Integer[]::new));
        return graph.add(new Operation.LearnedRelu(alpha), in, input);
    }

    @Override
    public String toString() {
        return "prelu()" + (channels ? ".byChannel()" : "") + options.written();
    }
}
