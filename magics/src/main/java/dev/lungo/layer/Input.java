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
 * @param startsAsTorch whether the model\'s weights begin as in PyTorch, or else as in Keras
 */
public record Input(Shape shape, boolean startsAsTorch) implements Layer, Branch {
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
        this(shape, false);
    }

    /**
     * A copy for models whose weights all begin as in PyTorch: {@code input(784).torchWeights()}.
     *
     * <p>Dense and convolution layers uniform within {@code 1 / sqrt(inputs)}, biases too;
     * embeddings normal; recurrent layers uniform within {@code 1 / sqrt(units)}. Source: PyTorch
     * 2.7, the {@code reset_parameters} of torch.nn.
     */
    public Input torchWeights() {
        return new Input(shape, true);
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
        return call(shape) + (startsAsTorch ? ".torchWeights()" : "");
    }

    private static String call(Shape shape) {
        return "input(" + shape.toString().replace(" x ", ", ") + ")";
    }
}
