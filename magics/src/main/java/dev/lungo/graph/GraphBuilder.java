package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the operations of a model, layer by layer. */
public final class GraphBuilder {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Weight> weights = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private String layer = "";

    /**
     * Begins a layer; what is added next belongs to it. Returns its name, counted as in Keras:
     * conv2d, conv2d_1.
     */
    public String begin(String kind) {
        int before = used.merge(kind, 1, Integer::sum) - 1;
        layer = before == 0 ? kind : kind + "_" + before;
        return layer;
    }

    /** Adds an operation that gives {@code shape} for each example. */
    public Node add(Operation operation, Shape shape, Node... inputs) {
        List<Integer> ids = Arrays.stream(inputs).map(Node::id).toList();
        Node node = new Node(nodes.size(), operation, ids, shape, layer);
        nodes.add(node);
        return node;
    }

    /** Adds a weight of the current layer. */
    public Weight weight(String role, Initializer initializer, Integer... sizes) {
        Weight weight = new Weight(layer + "." + role, List.of(sizes), initializer);
        weights.add(weight);
        return weight;
    }

    /** The graph of all that was added. */
    public Graph build() {
        return new Graph(nodes, weights);
    }
}
