package dev.lungo.engine.torchscript;

import ai.djl.ndarray.NDArray;
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
    /** Calls a method of the script. */
    interface Script {
        NDList call(String method, NDList arguments);
    }

    private final Script script;
    private final NDManager manager;
    private final Graph graph;
    private final List<Part> parts;
    private final boolean learns;

    /** Bytes that libtorch keeps of one example on its way, for the gradients. */
    private final long bytes;

    ScriptSteps(Program program, Script script, NDManager manager) {
        this.script = script;
        this.manager = manager;
        this.graph = program.graph();
        this.parts = Part.of(graph, ScriptText.result(program));
        this.learns = !graph.trainable().isEmpty();
        this.bytes =
                Float.BYTES * graph.nodes().stream().mapToLong(n -> n.shape().elements()).sum();
    }

    /** What the whole model gives for inputs as it sees them. */
    Held apply(Held inputs, int examples, boolean learning, long seed) {
        Held entered = call("enter", learning && inputs.learns(), 0, inputs);
        Held outputs = outputs(entered, examples, learning, seed);
        return call("finish", outputs.learns(), 0, outputs);
    }

    /** What the loss is computed from. */
    Held outputs(Held entered, int examples, boolean learning, long seed) {
        List<Held> values = List.of(entered);
        try (NDManager scope = manager.newSubManager()) {
            long[] mode = {learning ? 1 : 0, seed};
            for (int i = 0; ; i++) {
                Part part = parts.get(i);
                NDList arguments = new NDList();
                for (Held value : values) {
                    arguments.add(((NativeArray) value).alias("vs[]"));
                }
                arguments.add(scope.create(mode));
                boolean flows = learning && (learns || values.stream().anyMatch(Held::learns));
                List<Held> gave =
                        hold(run("part" + i, learning, arguments), flows, examples * bytes);
                Reference.reachabilityFence(values);
                if (part.custom().isEmpty()) {
                    return gave.get(0);
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

    /** Calls a method that takes and gives tensors; {@code bytes} are kept beside the result. */
    Held call(String method, boolean learns, long bytes, Object... arguments) {
        NDList all = new NDList();
        for (Object argument : arguments) {
            all.add(argument instanceof NativeArray held ? held.array() : (NDArray) argument);
        }
        Held result = hold(run(method, learns, all), learns, bytes).get(0);
        Reference.reachabilityFence(arguments);
        return result;
    }

    /** Gradients are kept track of or not as is asked, whatever the thread is used to. */
    private NDList run(String method, boolean learning, NDList arguments) {
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(learning);
        try {
            return script.call(method, arguments);
        } finally {
            JniUtils.setGradMode(before);
        }
    }

    private static List<Held> hold(NDList results, boolean learns, long bytes) {
        return results.stream().<Held>map(one -> NativeArray.of(one, learns, bytes)).toList();
    }
}
