package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.Edges;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.graph.PictureOperation;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Cuts rows and columns off a picture: {@code cropping2d(1)} takes one from each side.
 *
 * @param edges how many on each side
 */
public record Cropping2d(Edges edges) implements Layer {
    public Cropping2d {
        if (Math.min(edges.top(), edges.bottom()) < 0
                || Math.min(edges.left(), edges.right()) < 0) {
            throw LungoException.badInput(
                    call(edges) + " cannot be made.",
                    edges,
                    "0 or more on each side",
                    "for example cropping2d(1).");
        }
    }

    @Override
    public String kind() {
        return "cropping2d";
    }

    @Override
    public String label() {
        return "cropping2d";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        if (input.rank() != 3) {
            return Arguments.picture(toString(), input);
        }
        Shape left = left(input);
        return left.size(0) > 0 && left.size(1) > 0
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s leaves nothing of %s.".formatted(this, input),
                                "Cut off fewer rows and columns."));
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Edges less = new Edges(-edges.top(), -edges.bottom(), -edges.left(), -edges.right());
        return graph.add(new PictureOperation.ZeroPadding2d(less), left(input.shape()), input);
    }

    private Shape left(Shape in) {
        return Shape.of(
                in.size(0) - edges.top() - edges.bottom(),
                in.size(1) - edges.left() - edges.right(),
                in.size(2));
    }

    @Override
    public String toString() {
        return call(edges);
    }

    private static String call(Edges edges) {
        boolean even = edges.centred() && edges.top() == edges.left();
        return even
                ? "cropping2d(" + edges.top() + ")"
                : "cropping2d(%d, %d, %d, %d)"
                        .formatted(edges.top(), edges.bottom(), edges.left(), edges.right());
    }
}
