package dev.lungo.layer;

import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Optional;

/** A layer that can read several branches: {@code multiHeadAttention(4, 16).of(x, x, mask)}. */
public interface Joining extends Layer {
    /** Why it cannot take these, or nothing when it can. */
    Optional<Misfit> misfit(List<Shape> inputs);

    /** Adds this layer's operations, reading {@code inputs}, and returns the last of them. */
    Node build(GraphBuilder graph, List<Node> inputs);
}
