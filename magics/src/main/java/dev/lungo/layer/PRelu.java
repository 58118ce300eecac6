package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Relu with slopes for negative numbers that are learned: {@code prelu().perChannel()}.
 *
 * <p>As in Keras each value of an example has a slope of its own, and they start at 0; {@link
 * #pytorch PyTorch's} is one for all, which starts at 0.25. Source: He and others, Delving Deep
 * into Rectifiers, 2015.
 *
 * @param slopes which values have a slope together, where chosen
 * @param start the first slope, where chosen
 * @param options what it was told beside
 */
public record PRelu(Optional<Slopes> slopes, Optional<Double> start, LayerOptions options)
        implements WithWeights<PRelu> {
    /** Which values of an example have a slope together. */
    public enum Slopes {
        /** None: each has its own. */
        EACH(""),
        /** Those of a channel; Keras' {@code shared_axes} of all axes but the last. */
        CHANNEL(".perChannel()"),
        /** All. */
        ONE(".single()");

        private final String written;

        Slopes(String written) {
            this.written = written;
        }
    }

    /** A slope for each value, as Keras has it. */
    public PRelu() {
        this(Optional.empty(), Optional.empty(), LayerOptions.NONE);
    }

    /** A copy with one slope for each channel, the last axis. */
    public PRelu perChannel() {
        return new PRelu(Optional.of(Slopes.CHANNEL), start, options);
    }

    /** A copy with one slope for all values. */
    public PRelu single() {
        return new PRelu(Optional.of(Slopes.ONE), start, options);
    }

    /** A copy whose slopes start at this. */
    public PRelu start(double slope) {
        return new PRelu(slopes, Optional.of(slope), options);
    }

    @Override
    public PRelu with(LayerOptions options) {
        return new PRelu(slopes, start, options);
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
        boolean pytorch = options.isPyTorch(graph);
        Initializer first = new Initializer.Constant(start.orElse(pytorch ? 0.25 : 0));
        Integer[] sizes =
                sizes(slopes.orElse(pytorch ? Slopes.ONE : Slopes.EACH), input.shape())
                        .toArray(Integer[]::new);
        var slope = new Operation.PRelu(graph.weight("alpha", first, sizes));
        return graph.add(slope, input.shape(), input);
    }

    /** Axes of size 1 stay, as in Keras. */
    private static List<Integer> sizes(Slopes slopes, Shape input) {
        Shape one = new Shape(Collections.nCopies(input.rank(), 1));
        return switch (slopes) {
            case EACH -> input.sizes();
            case CHANNEL -> one.withLast(input.last()).sizes();
            case ONE -> one.sizes();
        };
    }

    @Override
    public String toString() {
        return "prelu()"
                + slopes.map(chosen -> chosen.written).orElse("")
                + start.map(slope -> ".start(" + slope + ")").orElse("")
                + options.written();
    }
}
