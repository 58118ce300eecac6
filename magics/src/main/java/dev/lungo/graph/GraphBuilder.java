package dev.lungo.graph;

import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Collects the operations of a model, layer by layer. */
public final class GraphBuilder {
    /**
     * What holds for the layer being built.
     *
     * @param name its name, with those of the layers around it before it
     * @param frozen whether training leaves its weights alone
     * @param torchWeights whether its weights begin as in PyTorch, or else as in Keras
     */
    public record Scope(String name, boolean frozen, boolean torchWeights) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Weight> weights = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private Scope scope;

    /** An empty graph whose weights begin as in Keras. */
    public GraphBuilder() {
        this(false);
    }

    /** An empty graph whose weights begin as in PyTorch, or else as in Keras. */
    public GraphBuilder(boolean torchWeights) {
        scope = new Scope("", false, torchWeights);
    }

    /** What holds for the layer being built. */
    public Scope scope() {
        return scope;
    }

    /** A name for the next layer inside the current one, counted as in Keras: conv2d, conv2d_1. */
    public String free(String kind) {
        String name = scope.name().isEmpty() ? kind : scope.name() + "." + kind;
        int before = used.merge(name, 1, Integer::sum) - 1;
        return before == 0 ? name : free(kind + "_" + before);
    }

    /** Builds a layer inside {@code inner}: operations and weights made there belong to it. */
    public <T> T inside(Scope inner, Supplier<T> build) {
        Scope outer = scope;
        scope = inner;
        try {
            return build.get();
        } finally {
            scope = outer;
        }
    }

    /** Adds an operation that gives {@code shape} for each example. */
    public Node add(Operation operation, Shape shape, Node... inputs) {
        List<Integer> ids = Arrays.stream(inputs).map(Node::id).toList();
        Node node = new Node(nodes.size(), operation, ids, shape, scope.name());
        nodes.add(node);
        return node;
    }

    /** Adds a weight of the current layer that training moves. */
    public Weight weight(String role, Initializer initializer, Integer... sizes) {
        return weight(role, initializer, Fans.of(List.of(sizes)), Penalty.NONE, sizes);
    }

    /** Adds a weight with a penalty and with fans that its sizes do not tell. */
    public Weight weight(
            String role, Initializer initializer, Fans fans, Penalty penalty, Integer... sizes) {
        return add(role, List.of(sizes), fans, initializer, !scope.frozen(), penalty);
    }

    /** Adds numbers of the current layer that no gradient moves, such as a moving mean. */
    public Weight buffer(String role, Initializer initializer, Integer... sizes) {
        List<Integer> all = List.of(sizes);
        return add(role, all, Fans.of(all), initializer, false, Penalty.NONE);
    }

    private Weight add(
            String role,
            List<Integer> sizes,
            Fans fans,
            Initializer initializer,
            boolean trainable,
            Penalty penalty) {
        String name = scope.name() + "." + role;
        Weight weight = new Weight(name, sizes, fans, initializer, trainable, penalty);
        weights.add(weight);
        return weight;
    }

    /** The graph of all that was added; the last operation is its output. */
    public Graph build() {
        return build(List.of(nodes.get(nodes.size() - 1)));
    }

    /** The graph of all that was added. */
    public Graph build(List<Node> outputs) {
        return new Graph(nodes, weights, outputs.stream().map(Node::id).toList());
    }
}
