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
 * Reads a sequence step by step and remembers: gated recurrent units, {@code gru(64)}.
 *
 * <p>Takes steps x features and gives {@code units} numbers, those of the last step; with {@link
 * #returnSequences} those of every step. Formulas and first values are Keras': Glorot uniform, the
 * recurrent kernel orthogonal, biases zero; the reset gate acts after the recurrent sums; gates in
 * the order update, reset, new. With {@link #pytorch} all are uniform within {@code 1 /
 * sqrt(units)}. Source: Cho and others, Learning Phrase Representations using RNN Encoder-Decoder,
 * 2014.
 *
 * @param units how many numbers it remembers
 * @param gives what it gives of what it remembers
 * @param options what it was told beside
 */
public record Gru(int units, Gives gives, LayerOptions options)
        implements WithBias<Gru>, Recurrent {
    public Gru {
        atLeastOne("units", units, "gru(" + units + ")", "gru(64)");
    }

    /** A layer that gives the last step's numbers. */
    public Gru(int units) {
        this(units, Gives.LAST, LayerOptions.NONE);
    }

    /** A copy that gives every step's numbers: steps x units. */
    public Gru returnSequences() {
        return new Gru(units, Gives.STEPS, options);
    }

    /** A copy that gives what another one can go on from: the last step's numbers. */
    public Gru returnState() {
        return new Gru(units, Gives.STATE, options);
    }

    @Override
    public Gru with(LayerOptions options) {
        return new Gru(units, gives, options);
    }

    @Override
    public String kind() {
        return "gru";
    }

    @Override
    public String label() {
        return "gru " + units;
    }

    @Override
    public Node build(GraphBuilder graph, List<Node> inputs) {
        Shape in = inputs.get(0).shape();
        int features = in.size(1);
        boolean torch = options.isPyTorch(graph);
        Initializer within = LayerOptions.within(units);
        Weight kernel =
                options.kernel(graph, torch ? within : LayerOptions.GLOROT, 3 * units, features);
        Weight recurrent =
                graph.weight("recurrent", torch ? within : new Orthogonal(), 3 * units, units);
        Optional<Weight> bias =
                options.bias(graph, torch ? within : LayerOptions.ZEROS, 2, 3 * units);
        return read(
                graph,
                wanted -> new SequenceOperation.Gru(kernel, recurrent, bias, wanted),
                inputs);
    }

    @Override
    public String toString() {
        return "gru(" + units + ")" + written() + options.written();
    }
}
