package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.GraphBuilder.Scope;
import dev.lungo.graph.Node;
import java.util.List;

/** Puts layers into a graph, each under a name of its own. */
final class Placing {
    private Placing() {}

    /** Adds a layer's operations after {@code input}; returns the last of them. */
    static Node place(GraphBuilder graph, Layer layer, Node input) {
        return graph.inside(scope(graph, layer), () -> layer.build(graph, input));
    }

    /** Adds the operations of a layer that reads several branches. */
    static Node place(GraphBuilder graph, Joining layer, List<Node> inputs) {
        return graph.inside(scope(graph, layer), () -> layer.build(graph, inputs));
    }

    /** What holds inside a layer: a layer inside a frozen one is frozen too. */
    static Scope scope(GraphBuilder graph, Layer layer) {
        Scope outer = graph.scope();
        String kind = layer.name().orElse(layer.kind());
        String name = graph.free(kind);
        boolean again = layer instanceof Shared shared && graph.has(shared.number());
        if (layer.name().isPresent() && !name.endsWith(kind) && !again) {
            throw LungoException.badInput(
                    "Two layers have the same name.",
                    layer,
                    "a name that no other layer has",
                    "name it otherwise, or leave named(..) out.");
        }
        boolean pytorch = layer instanceof WithWeights<?> own && own.options().pytorch();
        return new Scope(name, outer.frozen() || layer.isFrozen(), outer.pytorch() || pytorch);
    }
}
