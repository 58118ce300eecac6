package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.PictureOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Makes a picture larger: {@code upSampling2d(2)} doubles height and width.
 *
 * <p>Repeats rows and columns, or with {@link #bilinear} draws lines between their centres, as in
 * Keras.
 *
 * @param factor how many times as high and as wide
 * @param smooth whether lines are drawn between the values
 */
public record UpSampling2d(int factor, boolean smooth) implements Layer {
    public UpSampling2d {
        atLeastOne("factor", factor, "upSampling2d(" + factor + ")", "upSampling2d(2)");
    }

    /** A copy that draws lines between the values in place of repeating them. */
    public UpSampling2d bilinear() {
        return new UpSampling2d(factor, true);
    }

    @Override
    public String kind() {
        return "upSampling2d";
    }

    @Override
    public String label() {
        return "upSampling2d " + factor;
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Arguments.picture(toString(), input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        Shape given = Shape.of(in.size(0) * factor, in.size(1) * factor, in.size(2));
        return graph.add(new PictureOperation.UpSampling2d(smooth), given, input);
    }

    @Override
    public String toString() {
        return "upSampling2d(" + factor + ")" + (smooth ? ".bilinear()" : "");
    }
}
