package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Gives;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.Orthogonal;
import dev.lungo.graph.SequenceOperation;
import dev.lungo.graph.Weight;
import dev.lungo.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Reads a sequence step by step and remembers: long short-term memory, {@code lstm(64)}.
 *
 * <p>Takes steps x features and gives {@code units} numbers, those of the last step; with {@link
 * #returnSequences} those of every step. Formulas and first values are Keras': Glorot uniform, the
 * recurrent kernel orthogonal, biases zero but 1 for the forget gate; gates in the order input,
 * forget, cell, output. With {@link #pytorch} all are uniform within {@code 1 / sqrt(units)}, and
 * there are two biases, which learn twice as fast as one. Source: Hochreiter and Schmidhuber, Long
 * Short-Term Memory, 1997.
 *
 * @param units how many numbers it remembers
 * @param gives what it gives of what it remembers
 * @param options what it was told beside
 */
public record Lstm(int units, Gives gives, LayerOptions options)
        implements WithBias<Lstm>, Recurrent {
    public Lstm {
        atLeastOne("units", units, "lstm(" + units + ")", "lstm(64)");
    }

    /** A layer that gives the last step's numbers. */
    public Lstm(int units) {
        this(units, Gives.LAST, LayerOptions.NONE);
    }

    /** A copy that gives every step's numbers: steps x units. */
    public Lstm returnSequences() {
        return new Lstm(units, Gives.STEPS, options);
    }

    /** A copy that gives what another one can go on from: its numbers and its cells, 2 x units. */
    public Lstm returnState() {
        return new Lstm(units, Gives.STATE, options);
    }

    @Override
    public Lstm with(LayerOptions options) {
        return new Lstm(units, gives, options);
    }

    @Override
    public String kind() {
        return "lstm";
    }

    @Override
    public String label() {
        return "lstm " + units;
    }

    @Override
    public Shape state() {
        return Shape.of(2, units);
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        Shape in = inputs.get(0).shape();
        int features = in.size(1);
        boolean torch = options.isPyTorch(graph);
        Initializer within = LayerOptions.within(units);
        Weight kernel =
                options.kernel(graph, torch ? within : LayerOptions.GLOROT, 4 * units, features);
        Weight recurrent =
                graph.weight("recurrent", torch ? within : new Orthogonal(), 4 * units, units);
        Initializer usual = torch ? within : new ForgetBias();
        Optional<Weight> bias =
                torch
                        ? options.bias(graph, usual, 2, 4 * units)
                        : options.bias(graph, usual, 4 * units);
        return read(
                graph,
                wanted -> new SequenceOperation.Lstm(kernel, recurrent, bias, wanted),
                inputs);
    }

    @Override
    public String toString() {
        return "lstm(" + units + ")" + written() + options.written();
    }

    /** 1 for the forget gate, so that a new layer remembers; zero for the others. */
    private record ForgetBias() implements Initializer {
        @Override
        public float[] values(Weight weight, RandomGenerator random) {
            float[] values = new float[weight.elements()];
            Arrays.fill(values, values.length / 4, values.length / 2, 1);
            return values;
        }
    }
}
