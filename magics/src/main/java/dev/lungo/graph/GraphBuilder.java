package dev.lungo.graph;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the operations of a model, layer by layer. */
public final class GraphBuilder {
    /**
     * What holds for the layer being built.
     *
     * @param name its name, with those of the layers around it before it
     * @param frozen whether training leaves its weights alone
     * @param pytorch whether it is as in PyTorch, or else as in Keras
     */
    public record Scope(String name, boolean frozen, boolean pytorch) {}

    private final List<Node> nodes = new ArrayList<>();
    private final List<Weight> weights = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final Map<Object, String> shared = new HashMap<>();

    /** By the ids of nodes. */
    private final Map<Integer, Node> masks = new HashMap<>();

    private Optional<Again> again = Optional.empty();
    private Scope scope;

    /**
     * What holds for a layer whose weights are there already.
     *
     * @param here the name under which it is being built
     * @param first the name under which it was built first
     */
    private record Again(String here, String first) {}

    /** An empty graph whose layers are as in Keras. */
    public GraphBuilder() {
        this(false);
    }

    /** An empty graph whose layers are as in PyTorch, or else as in Keras. */
    public GraphBuilder(boolean pytorch) {
        scope = new Scope("", false, pytorch);
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

    /**
     * Builds a layer that has the same weights wherever it stands.
     *
     * @param layer what tells it from others
     * @throws LungoException if it would need weights of other sizes here
     */
    public <T> T shared(Object layer, Supplier<T> build) {
        String first = shared.putIfAbsent(layer, scope.name());
        if (first == null) {
            return build.get();
        }
        Optional<Again> outer = again;
        again = Optional.of(new Again(scope.name(), first));
        try {
            return build.get();
        } finally {
            again = outer;
        }
    }

    /** Whether this layer has been built with {@link #shared}. */
    public boolean has(Object layer) {
        return shared.containsKey(layer);
    }

    /** What {@code build} gives; where it fails, the graph is as it was before. */
    public <T> T attempt(Supplier<T> build) {
        int nodesBefore = nodes.size();
        int weightsBefore = weights.size();
        try {
            return build.get();
        } catch (RuntimeException e) {
            nodes.subList(nodesBefore, nodes.size()).clear();
            masks.keySet().removeIf(id -> id >= nodesBefore);
            weights.subList(weightsBefore, weights.size()).clear();
            throw e;
        }
    }

    /** Adds an operation that gives {@code shape} for each example. */
    public Node add(Operation operation, Shape shape, Node... inputs) {
        List<Integer> ids = Arrays.stream(inputs).map(Node::id).toList();
        Node node = new Node(nodes.size(), operation, ids, shape, scope.name());
        nodes.add(node);
        if (operation.keepsSteps()) {
            Arrays.stream(inputs)
                    .map(this::mask)
                    .flatMap(Optional::stream)
                    .filter(mask -> shape.rank() == 2 && shape.size(0) == mask.shape().size(0))
                    .findFirst()
                    .ifPresent(mask -> mask(node, mask));
        }
        return node;
    }

    /** Says which steps of a sequence count: those for which {@code mask} has 1. */
    public void mask(Node sequence, Node mask) {
        masks.put(sequence.id(), mask);
    }

    /** Which steps of a sequence count, if not all do. */
    public Optional<Node> mask(Node sequence) {
        return Optional.ofNullable(masks.get(sequence.id()));
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
        if (again.isPresent()) {
            return known(again.get(), name, sizes, trainable);
        }
        Weight weight = new Weight(name, sizes, fans, initializer, trainable, penalty);
        weights.add(weight);
        return weight;
    }

    private Weight known(Again where, String name, List<Integer> sizes, boolean trainable) {
        String known = where.first() + name.substring(where.here().length());
        Weight weight =
                weights.stream().filter(one -> one.name().equals(known)).findFirst().orElseThrow();
        if (!weight.sizes().equals(sizes)) {
            throw LungoException.badInput(
                    "A shared layer needs weights of one size wherever it is used.",
                    "%s with %s, and here it would need %s".formatted(known, weight.sizes(), sizes),
                    "branches with the same number of features",
                    "bring the branches to one shape first, or use two layers.");
        }
        if (weight.trainable() != trainable) {
            throw LungoException.badInput(
                    "A shared layer cannot learn in one place and be frozen in another.",
                    known + (trainable ? ", frozen where it was first used" : ", frozen here only"),
                    "the same in each place",
                    "write shared(layer.frozen()) once, or use two layers.");
        }
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
