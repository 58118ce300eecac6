package dev.lungo.layer;

import dev.lungo.graph.Activation;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * An activation function as a layer of its own: {@code activation().relu()}.
 *
 * @param function the function, if one was chosen
 */
public record ActivationLayer(Optional<Activation> function)
        implements Layer, Activated<ActivationLayer> {
    @Override
    public ActivationLayer activation(Activation function) {
        return new ActivationLayer(Optional.of(function));
    }

    @Override
    public String kind() {
        return "activation";
    }

    @Override
    public String label() {
        return toString();
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return function.isPresent()
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "activation() needs a function.",
                                "Write which one, for example activation().relu()."));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Activation chosen = function.orElseThrow();
        return graph.add(new Operation.Activate(chosen), input.shape(), input);
    }

    @Override
    public String toString() {
        return "activation()" + function.map(f -> "." + f.call()).orElse("");
    }
}
