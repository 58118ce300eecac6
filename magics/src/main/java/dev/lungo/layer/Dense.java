package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Initializer;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Connects every input with every output: {@code dense(10).softmax()}.
 *
 * <p>Takes a row of numbers and gives {@code units} of them. Weights start as in Keras: Glorot
 * uniform, biases zero.
 *
 * @param units the number of outputs
 * @param function the activation function, if any
 */
public record Dense(int units, Optional<Activation> function) implements Layer, Activated<Dense> {
    public Dense {
        atLeastOne("units", units, "dense(" + units + ")", "dense(64)");
    }

    @Override
    public Dense activation(Activation function) {
        return new Dense(units, Optional.of(function));
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
        if (input.rank() != 1) {
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
        int inputs = input.shape().size(0);
        var kernel =
                graph.weight("kernel", new Initializer.GlorotUniform(inputs, units), units, inputs);
        var bias = graph.weight("bias", new Initializer.Zeros(), units);
        Node node = graph.add(new Operation.Linear(kernel, bias), Shape.of(units), input);
        return Activated.apply(function, graph, node);
    }

    @Override
    public String toString() {
        return "dense(" + units + ")" + Activated.written(function);
    }
}
