package dev.lungo.engine.torchscript;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.lungo.engine.EngineException;
import dev.lungo.engine.Held;
import dev.lungo.engine.TensorEngine;
import dev.lungo.graph.Compute;
import dev.lungo.graph.TensorFunction;
import dev.lungo.tensor.Shape;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Computes single tensors with one script that is loaded once and has a method for each function.
 *
 * <p>Never with DJL's own operations: their scalars lie in Java memory that is freed while a
 * gradient still needs it. Here a number reaches libtorch's functions by value.
 */
final class TensorKernels implements TensorEngine {
    private static TensorKernels loaded;

    private final PtNDManager manager;
    private final PtSymbolBlock script;

    private TensorKernels(PtNDManager manager, PtSymbolBlock script) {
        this.manager = manager;
        this.script = script;
    }

    static synchronized TensorKernels loaded() {
        if (loaded == null) {
            PtNDManager manager = (PtNDManager) NDManager.newBaseManager(Device.cpu(), "PyTorch");
            loaded = new TensorKernels(manager, load(manager));
        }
        return loaded;
    }

    private static PtSymbolBlock load(PtNDManager manager) {
        try {
            return TemporaryScript.load(
                    out -> ScriptArchive.write(out, Map.of(), KernelScript.text()),
                    file ->
                            JniUtils.loadModule(
                                    manager, file, false, new String[0], new String[0], true));
        } catch (IOException e) {
            throw new EngineException(
                    "Tensors need a small file in the temporary folder "
                            + System.getProperty("java.io.tmpdir")
                            + ", which fails with: "
                            + e.getMessage()
                            + ". Make room there, or start Java with -Djava.io.tmpdir=FOLDER.",
                    e);
        }
    }

    @Override
    public Held hold(float[] values, Shape shape) {
        long[] sizes = shape.sizes().stream().mapToLong(Integer::longValue).toArray();
        try (NDArray inJava =
                manager.create(FloatBuffer.wrap(values), new ai.djl.ndarray.types.Shape(sizes))) {
            // The array still lies in Java's memory; its clone is libtorch's own.
            return NativeArray.of(JniUtils.clone((PtNDArray) inJava), false);
        }
    }

    @Override
    public Held compute(Compute what, List<Held> inputs) {
        boolean list = TensorText.uses(what.function(), "xs");
        NDList arguments = arguments(inputs, list ? "xs[]" : null);
        try (NDManager scope = manager.newSubManager()) {
            if (KernelScript.takesNumbers(what.function())) {
                arguments.add(
                        scope.create(
                                what.numbers().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray()));
            }
            NDArray result = call(scope, TensorText.name(what.function()), arguments).get(0);
            return NativeArray.of(result, learns(what.function(), inputs));
        } finally {
            Reference.reachabilityFence(inputs);
        }
    }

    @Override
    public List<Held> gradients(Held number, List<Held> variables) {
        try (NDManager scope = manager.newSubManager()) {
            NDList arguments = arguments(List.of(number), null);
            arguments.addAll(arguments(variables, "variables[]"));
            NDList found = call(scope, "gradients", arguments);
            List<Held> gradients =
                    found.stream().<Held>map(one -> NativeArray.of(one, true)).toList();
            return gradients.size() == variables.size() ? gradients : List.of();
        } finally {
            Reference.reachabilityFence(number);
            Reference.reachabilityFence(variables);
        }
    }

    private static boolean learns(TensorFunction function, List<Held> inputs) {
        return function == TensorFunction.VARIABLE
                || IntStream.range(0, inputs.size())
                        .anyMatch(i -> function.hasGradient(i) && inputs.get(i).learns());
    }

    /** Arrays as arguments; with a name they become the list argument of that name. */
    private static NDList arguments(List<Held> inputs, String name) {
        NDList arguments = new NDList();
        for (Held input : inputs) {
            NativeArray array = (NativeArray) input;
            arguments.add(name == null ? array.array() : array.alias(name));
        }
        return arguments;
    }

    private NDList call(NDManager scope, String method, NDList arguments) {
        NDArray name = scope.create(0f);
        name.setName("module_method:" + method);
        arguments.add(name);
        // Gradient mode belongs to the thread, and DJL switches it off on the one that loads.
        boolean before = JniUtils.isGradMode();
        JniUtils.setGradMode(true);
        try {
            return IValueUtils.forward(script, arguments, true);
        } catch (RuntimeException e) {
            throw OwnStep.stale(String.valueOf(e.getMessage()))
                    .orElseGet(() -> new EngineException("PyTorch failed: " + e.getMessage(), e));
        } finally {
            JniUtils.setGradMode(before);
            Reference.reachabilityFence(this);
        }
    }
}
