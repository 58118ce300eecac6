package dev.lungo.engine.torchscript;

import dev.lungo.graph.Custom;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.graph.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What libtorch computes of a model in one go: all of it, or what lies between two lambdas that are
 * run as they are.
 *
 * @param takes the ids of the nodes whose values it gets
 * @param nodes what it computes
 * @param gives the ids of the nodes whose values it hands on
 * @param custom the lambda that comes behind it, if any
 */
record Part(List<Integer> takes, List<Node> nodes, List<Integer> gives, Optional<Node> custom) {
    /**
     * A model in parts.
     *
     * @param results the ids of the nodes whose values are wanted in the end
     */
    static List<Part> of(Graph graph, List<Integer> results) {
        List<Part> parts = new ArrayList<>();
        List<Integer> takes = graph.inputs().stream().map(Node::id).toList();
        List<Node> nodes = new ArrayList<>();
        Set<Integer> known = new LinkedHashSet<>(takes);
        for (Node node : graph.nodes()) {
            if (node.operation() instanceof Custom) {
                List<Integer> gives = readFrom(graph, node.id(), results, known);
                parts.add(new Part(takes, List.copyOf(nodes), gives, Optional.of(node)));
                known = new LinkedHashSet<>(readFrom(graph, node.id() + 1, results, known));
                known.add(node.id());
                takes = List.copyOf(known);
                nodes.clear();
            } else if (!(node.operation() instanceof Operation.Input)) {
                nodes.add(node);
                known.add(node.id());
            }
        }
        parts.add(new Part(takes, List.copyOf(nodes), results, Optional.empty()));
        return parts;
    }

    /** Which of these are read by a node from {@code first} on, or are results. */
    private static List<Integer> readFrom(
            Graph graph, int first, List<Integer> results, Set<Integer> known) {
        Set<Integer> read = new LinkedHashSet<>(results);
        graph.nodes().stream().skip(first).forEach(node -> read.addAll(node.inputs()));
        return known.stream().filter(read::contains).toList();
    }

    /** What its lambda computes. */
    Custom operation() {
        return (Custom) custom.orElseThrow().operation();
    }
}
