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
    private final List<Input> inputs;
    private final GraphBuilder graph;
    private final Map<Branch, Node> done = new IdentityHashMap<>();
    private final List<Layer> layers = new ArrayList<>();
    private final List<List<Integer>> reads = new ArrayList<>();
    private final Map<Branch, Integer> places = new IdentityHashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();

    private Branching(List<Input> inputs) {
        this.inputs = inputs;
        this.graph = new GraphBuilder(inputs.stream().anyMatch(Input::asInPyTorch));
    }

    static Stack stack(List<Input> inputs, List<? extends Branch> outputs) {
        check(inputs, "inputs", "input(...)");
        check(outputs, "outputs", "branch");
        Branching all = new Branching(inputs);
        inputs.forEach(all::node);
        // As Keras counts layers: conv2d_1 is the second that was written, on whatever branch.
        Applied.behind(outputs).forEach(all::node);
        List<Node> last = outputs.stream().map(all::node).toList();
        List<Integer> places = outputs.stream().map(all.places::get).toList();
        inputs.forEach(input -> all.checkRead(input, places));
        return new Stack(
                all.layers, all.reads, places, all.names, all.shapes, all.graph.build(last));
    }

    private static void check(List<? extends Branch> given, String what, String each) {
        boolean twice =
                given.stream()
                        .anyMatch(one -> given.stream().filter(other -> other == one).count() > 1);
        if (given.isEmpty() || twice) {
            throw LungoException.badInput(
                    "A model cannot have these " + what + ".",
                    given.isEmpty() ? "none" : "one of them twice: " + given,
                    "at least one " + each + ", each once",
                    "write for example model(List.of(a, b), List.of(x, y)).");
        }
    }

    private void checkRead(Input input, List<Integer> outputs) {
        int place = places.get(input);
        if (!outputs.contains(place) && reads.stream().noneMatch(from -> from.contains(place))) {
            throw LungoException.badInput(
                    "No output of the model depends on one of its inputs.",
                    names.get(place) + ", " + input,
                    "inputs that layers read",
                    "leave that input out, or connect it.");
        }
    }

    /** What a branch is in the graph: built once, however many layers read it. */
    @SuppressWarnings("ReferenceEquality") // two inputs of one shape are two inputs
    private Node node(Branch branch) {
        Node built = done.get(branch);
        if (built != null) {
            return built;
        }
        if (branch instanceof Input other && inputs.stream().noneMatch(input -> input == other)) {
            throw LungoException.badInput(
                    "The model's output depends on an input that the model was not given.",
                    other,
                    inputs.size() == 1
                            ? "only " + inputs.get(0) + ", the model's own"
                            : "only the model's own inputs: " + inputs,
                    "use the variable that input(...) was kept in; each call makes a new one.");
        }
        List<Branch> from = branch instanceof Applied made ? made.inputs() : List.of();
        List<Node> taken = from.stream().map(this::node).toList();
        Layer layer = Applied.layer(branch);
        Scope scope = Placing.scope(graph, layer);
        Node given = graph.inside(scope, () -> Inside.build(graph, layer, taken));
        done.put(branch, given);
        places.put(branch, layers.size());
        layers.add(layer);
        reads.add(from.stream().map(places::get).toList());
        names.add(scope.name());
        shapes.add(given.shape());
        return given;
    }
}
