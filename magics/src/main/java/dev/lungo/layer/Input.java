package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The shape of one example: {@code input(28, 28, 1)}.
 *
 * @param shape height, width, channels for a picture; one size for a row of numbers
 * @param asInPyTorch whether the model's layers are as in PyTorch, or else as in Keras
 * @param name the name that the user gave it, if any
 */
public record Input(Shape shape, boolean asInPyTorch, Optional<String> name)
        implements Layer, Branch {
    public Input {
        if (shape.rank() == 0 || shape.sizes().stream().anyMatch(size -> size < 1)) {
            throw LungoException.badInput(
                    "An input needs the sizes of one example.",
                    call(shape),
                    "at least one size, each 1 or more",
                    "for a grey picture of 28 x 28 write input(28, 28, 1).");
        }
    }

    /** Weights begin as in Keras. */
    public Input(Shape shape) {
        this(shape, false, Optional.empty());
    }

    /**
     * A copy for models whose layers are all as in PyTorch: {@code input(784).pytorch()}.
     *
     * <p>First weights: dense and convolution layers uniform within {@code 1 / sqrt(inputs)},
     * biases too; embeddings normal; recurrent layers uniform within {@code 1 / sqrt(units)};
     * attention's inputs Glorot uniform, all three together. Defaults: {@code batchNorm} and {@code
     * layerNorm} have PyTorch's epsilon and momentum, {@code lstm} its two biases. Source: PyTorch
     * 2.7, the constructor and {@code reset_parameters} of each module of torch.nn.
     */
    public Input pytorch() {
        return new Input(shape, true, name);
    }

    /** A copy with a name, by which the data of a model with several inputs may know it. */
    @Override
    public Input named(String name) {
        return new Input(shape, asInPyTorch, Optional.of(Arguments.name(name)));
    }

    @Override
    public String kind() {
        return "input";
    }

    @Override
    public String label() {
        return "input";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Optional.of(
                new Misfit(
                        this + " stands inside the model: an input can only be the first layer.",
                        "Remove this input: each layer knows what the one above it gives."));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        return graph.add(new Operation.Input(), shape);
    }

    @Override
    public String toString() {
        return call(shape)
                + (asInPyTorch ? ".pytorch()" : "")
                + name.map(given -> ".named(\"" + given + "\")").orElse("");
    }

    private static String call(Shape shape) {
        return "input(" + shape.toString().replace(" x ", ", ") + ")";
    }
}
