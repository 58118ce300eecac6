package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.lungo.LungoException;
import dev.lungo.engine.Held;
import dev.lungo.engine.Program;
import dev.lungo.graph.Custom;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Node;
import dev.lungo.tensor.OwnWeights;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.UserCode;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls the methods that {@link StepText} writes, and the user's lambdas between them. */
final class ScriptSteps {
    private final Script script;
    private final Graph graph;
    private final List<Part> parts;
    private final boolean learns;

    /** Bytes that libtorch keeps of one example on its way, for the gradients. */
    private final long bytes;

    ScriptSteps(Program program, Script script) {
        this.script = script;
        this.graph = program.graph();
        this.parts = Part.of(graph, OutputText.of(program).fronts());
        this.learns = !graph.trainable().isEmpty();
        this.bytes =
                Float.BYTES * graph.nodes().stream().mapToLong(n -> n.shape().elements()).sum();
    }

    /** What the whole model gives for inputs as it sees them. */
    List<Held> apply(List<Held> inputs, int examples, boolean learning, long seed) {
        boolean flows = learning && inputs.stream().anyMatch(Held::learns);
        List<Held> entered = call("enter", flows, listed("xs[]", inputs));
        List<Held> fronts = fronts(entered, examples, learning, seed);
        return call("finish", fronts.get(0).learns(), listed("ps[]", fronts));
    }

    /** What the losses are computed from. */
    List<Held> fronts(List<Held> entered, int examples, boolean learning, long seed) {
        List<Held> values = entered;
        try (NDManager scope = script.manager().newSubManager()) {
            long[] mode = {learning ? 1 : 0, seed};
            for (int i = 0; ; i++) {
                Part part = parts.get(i);
                NDList arguments = listed("vs[]", values);
                arguments.add(scope.create(mode));
                boolean flows = learning && (learns || values.stream().anyMatch(Held::learns));
                List<Held> gave = call("part" + i, flows, arguments, examples * bytes);
                Reference.reachabilityFence(values);
                if (part.custom().isEmpty()) {
                    return gave;
                }
                values = behind(part, parts.get(i + 1), gave, examples);
            }
        }
    }

    /** Runs the lambda behind a part; the values that the next part takes. */
    private List<Held> behind(Part part, Part next, List<Held> gave, int examples) {
        Map<Integer, Held> byNode = new HashMap<>();
        for (int i = 0; i < part.gives().size(); i++) {
            byNode.put(part.gives().get(i), gave.get(i));
        }
        Custom custom = part.operation();
        Node node = part.custom().orElseThrow();
        Map<String, Tensor> weights = new HashMap<>();
        for (int w = 0; w < custom.weights().size(); w++) {
            String name = custom.weights().get(w).name();
            weights.put(
                    name.substring(name.lastIndexOf('.') + 1),
                    Tensor.of(
                            gave.get(part.gives().size() + w),
                            new Shape(custom.weights().get(w).sizes())));
        }
        OwnWeights own = (name, first, sizes) -> known(custom, weights, name);
        int from = node.inputs().get(0);
        Tensor x = Tensor.of(byNode.get(from), batch(examples, graph.nodes().get(from).shape()));
        Tensor result =
                UserCode.run("layer " + custom.layer(), () -> custom.function().apply(x, own));
        checkShape(custom, result.shape(), batch(examples, node.shape()));
        byNode.put(node.id(), result.held());
        return next.takes().stream().map(byNode::get).toList();
    }

    private static Tensor known(Custom custom, Map<String, Tensor> weights, String name) {
        if (!weights.containsKey(name)) {
            throw LungoException.badInput(
                    "The layer " + custom.layer() + " asks for a weight that it did not have.",
                    "\"" + name + "\"",
                    "one of " + weights.keySet(),
                    "ask for every weight each time the lambda runs, before any if.");
        }
        return weights.get(name);
    }

    private static void checkShape(Custom custom, Shape given, Shape expected) {
        if (!given.equals(expected)) {
            throw LungoException.badInput(
                    "The layer " + custom.layer() + " gives another shape than at first.",
                    given.rank() == 0 ? "one number" : given,
                    expected,
                    "make the lambda give the same shape for any values.");
        }
    }

    static Shape batch(int examples, Shape shape) {
        List<Integer> sizes = new ArrayList<>(List.of(examples));
        sizes.addAll(shape.sizes());
        return new Shape(sizes);
    }

    /** Tensors as an argument that is a list; its name ends with {@code []}. */
    static NDList listed(String name, List<Held> tensors) {
        NDList arguments = new NDList();
        tensors.forEach(tensor -> arguments.add(((NativeArray) tensor).alias(name)));
        return arguments;
    }

    /** Calls a method that gives one tensor or several. */
    List<Held> call(String method, boolean learns, NDList arguments) {
        return call(method, learns, arguments, 0);
    }

    /** Likewise, where {@code beside} bytes are kept beside the result. */
    private List<Held> call(String method, boolean learns, NDList arguments, long beside) {
        // Gradients are kept track of or not as is asked, whatever the thread is used to.
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(learns);
        try {
            NDList results = script.call(method, arguments, true);
            return results.stream().<Held>map(o -> NativeArray.of(o, learns, beside)).toList();
        } finally {
            JniUtils.setGradMode(before);
        }
    }
}
