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
import java.util.List;
import java.util.Optional;

/**
 * Reads a sequence step by step, with tanh of what it reads and what it remembers: {@code
 * simpleRnn(64)}.
 *
 * <p>Takes steps x features and gives {@code units} numbers, those of the last step; with {@link
 * #returnSequences} those of every step. Weights start as in Keras: Glorot uniform, the recurrent
 * kernel orthogonal, biases zero; with {@link #pytorch} all are uniform within {@code 1 /
 * sqrt(units)}, and there are two biases. Source: Elman, Finding Structure in Time, 1990.
 *
 * @param units how many numbers it remembers
 * @param gives what it gives of what it remembers
 * @param options what it was told beside
 */
public record SimpleRnn(int units, Gives gives, LayerOptions options)
        implements WithBias<SimpleRnn>, Recurrent {
    public SimpleRnn {
        atLeastOne("units", units, "simpleRnn(" + units + ")", "simpleRnn(64)");
    }

    /** A layer that gives the last step's numbers. */
    public SimpleRnn(int units) {
        this(units, Gives.LAST, LayerOptions.NONE);
    }

    /** A copy that gives every step's numbers: steps x units. */
    public SimpleRnn returnSequences() {
        return new SimpleRnn(units, Gives.STEPS, options);
    }

    /** A copy that gives what another one can go on from: the last step's numbers. */
    public SimpleRnn returnState() {
        return new SimpleRnn(units, Gives.STATE, options);
    }

    @Override
    public SimpleRnn with(LayerOptions options) {
        return new SimpleRnn(units, gives, options);
    }

    @Override
    public String kind() {
        return "simpleRnn";
    }

    @Override
    public String label() {
        return "simpleRnn " + units;
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        Shape in = inputs.get(0).shape();
        int features = in.size(1);
        boolean torch = options.isPyTorch(graph);
        Initializer within = LayerOptions.within(units);
        Weight kernel =
                options.kernel(graph, torch ? within : LayerOptions.GLOROT, units, features);
        Weight recurrent =
                graph.weight("recurrent", torch ? within : new Orthogonal(), units, units);
        Optional<Weight> bias =
                torch
                        ? options.bias(graph, within, 2, units)
                        : options.bias(graph, LayerOptions.ZEROS, units);
        return read(
                graph,
                wanted -> new SequenceOperation.SimpleRnn(kernel, recurrent, bias, wanted),
                inputs);
    }

    @Override
    public String toString() {
        return "simpleRnn(" + units + ")" + written() + options.written();
    }
}
