package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Connects every input with every output: {@code dense(10).softmax()}.
 *
 * <p>Takes a row of numbers and gives {@code units} of them; of a sequence (steps x features), each
 * step by itself. Weights start as in Keras: Glorot uniform, biases zero.
 *
 * @param units the number of outputs
 * @param options what it was told beside
 */
public record Dense(int units, LayerOptions options) implements WithBias<Dense>, Activated<Dense> {
    public Dense {
        atLeastOne("units", units, "dense(" + units + ")", "dense(64)");
    }

    /** A layer of {@code units} outputs. */
    public Dense(int units) {
        this(units, LayerOptions.NONE);
    }

    @Override
    public Dense with(LayerOptions options) {
        return new Dense(units, options);
    }

    @Override
    public Dense activation(Activation function) {
        return with(options.function(function));
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public String label() {
        return "dense " + units;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() > 2) {
            return Optional.of(
                    new Misfit(
                            "dense(%d) needs a row of numbers, but gets %s."
                                    .formatted(units, input),
                            "Add flatten() above it."));
        }
        return Optional.empty();
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        int inputs = in.size(in.rank() - 1);
        var kernel = options.kernel(graph, units, inputs);
        var bias = options.bias(graph, inputs, units);
        Node sums = graph.add(new Operation.Linear(kernel, bias), in.withLast(units), input);
        return options.activated(graph, sums);
    }

    @Override
    public String toString() {
        return "dense(" + units + ")" + options.written();
    }
}
