package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Lays channels out as pixels: {@code pixelShuffle(2)} makes 8 x 8 x 12 into 16 x 16 x 3.
 *
 * <p>The last layer of networks that make pictures larger. Which channel becomes which pixel is as
 * in TensorFlow's depth_to_space; in a model that begins with {@code input(..).pytorch()} as in
 * PyTorch's PixelShuffle. Source: Shi and others, Real-Time Single Image and Video Super-Resolution
 * Using an Efficient Sub-Pixel Convolutional Neural Network, 2016.
 *
 * @param factor how many times as high and as wide the picture becomes
 */
public record PixelShuffle(int factor) implements Layer {
    public PixelShuffle {
        Arguments.atLeastOne("factor", factor, "pixelShuffle(" + factor + ")", "pixelShuffle(2)");
    }

    @Override
    public String kind() {
        return "pixelShuffle";
    }

    @Override
    public String label() {
        return "pixelShuffle " + factor;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != 3) {
            return Arguments.picture(toString(), input);
        }
        int square = factor * factor;
        return input.size(2) % square == 0
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s makes %d channels into one, but gets %s."
                                        .formatted(this, square, input),
                                "Give it a multiple of %d channels: conv2d(%d, 3) above it."
                                        .formatted(square, square)));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        int height = in.size(0);
        int width = in.size(1);
        int channels = in.size(2) / (factor * factor);
        boolean torch = graph.scope().pytorch();
        Shape cut =
                torch
                        ? Shape.of(height, width, channels, factor, factor)
                        : Shape.of(height, width, factor, factor, channels);
        List<Integer> axes = torch ? List.of(1, 4, 2, 5, 3) : List.of(1, 3, 2, 4, 5);
        Node apart = graph.add(new Operation.Reshape(), cut, input);
        Shape woven = Shape.of(height, factor, width, factor, channels);
        Node rows = graph.add(new Operation.Permute(axes), woven, apart);
        Shape given = Shape.of(height * factor, width * factor, channels);
        return graph.add(new Operation.Reshape(), given, rows);
    }

    @Override
    public String toString() {
        return "pixelShuffle(" + factor + ")";
    }
}
