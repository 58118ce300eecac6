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
 * Adds zeros around a picture: {@code zeroPadding2d(1)} adds a row or column on each side.
 *
 * @param edges how many on each side
 */
public record ZeroPadding2d(Edges edges) implements Layer {
    public ZeroPadding2d {
        if (Math.min(edges.top(), edges.bottom()) < 0
                || Math.min(edges.left(), edges.right()) < 0) {
            throw LungoException.badInput(
                    call(edges) + " cannot be made.",
                    edges,
                    "0 or more on each side",
                    "for example zeroPadding2d(1).");
        }
    }

    @Override
    public String kind() {
        return "zeroPadding2d";
    }

    @Override
    public String label() {
        return "zeroPadding2d";
    }

    @Override
    public Optional<Misfit> misfit(Shape input, List<Layer> above) {
        return Arguments.picture(toString(), input);
    }

    @Override
    public Node build(GraphBuilder graph, Node input) {
        Shape in = input.shape();
        Shape given =
                Shape.of(
                        in.size(0) + edges.top() + edges.bottom(),
                        in.size(1) + edges.left() + edges.right(),
                        in.size(2));
        return graph.add(new PictureOperation.ZeroPadding2d(edges), given, input);
    }

    @Override
    public String toString() {
        return call(edges);
    }

    private static String call(Edges edges) {
        boolean even = edges.centred() && edges.top() == edges.left();
        return even
                ? "zeroPadding2d(" + edges.top() + ")"
                : "zeroPadding2d(%d, %d, %d, %d)"
                        .formatted(edges.top(), edges.bottom(), edges.left(), edges.right());
    }
}
