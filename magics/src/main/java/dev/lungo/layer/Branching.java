package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.graph.GraphBuilder;
import dev.lungo.graph.GraphBuilder.Scope;
import dev.lungo.graph.Node;
import dev.lungo.tensor.Shape;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Lays branches out in an order in which their layers can run. */
final class Branching {
    private final Input input;
    private final GraphBuilder graph;
    private final Map<Branch, Node> done = new IdentityHashMap<>();
    private final List<Layer> layers = new ArrayList<>();
    private final List<List<Integer>> reads = new ArrayList<>();
    private final Map<Branch, Integer> places = new IdentityHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();

    private Branching(Input input) {
        this.input = input;
        this.graph = new GraphBuilder(input.startsAsTorch());
    }

    static Stack stack(Input input, Branch output) {
        Branching all = new Branching(input);
        all.node(input);
        Node last = all.node(output);
        return new Stack(
                all.layers, all.reads, all.names, all.shapes, all.graph.build(List.of(last)));
    }

    /** What a branch is in the graph: built once, however many layers read it. */
    private Node node(Branch branch) {
        Node built = done.get(branch);
        if (built != null) {
            return built;
        }
        if (branch instanceof Input other && other != input) {
            throw LungoException.badInput(
                    "The model's output depends on an input that the model was not given.",
                    other,
                    "only " + input + ", the model's own",
                    "use the variable that input(...) was kept in; each call makes a new one.");
        }
        List<Branch> inputs = branch instanceof Applied made ? made.inputs() : List.of();
        List<Node> taken = inputs.stream().map(this::node).toList();
        Layer layer = Applied.layer(branch);
        Scope scope = Placing.scope(graph, layer);
        Node given = graph.inside(scope, () -> Inside.build(graph, layer, taken));
        done.put(branch, given);
        places.put(branch, layers.size());
        layers.add(layer);
        reads.add(inputs.stream().map(places::get).toList());
        names.add(scope.name());
        shapes.add(given.shape());
        return given;
    }
}
