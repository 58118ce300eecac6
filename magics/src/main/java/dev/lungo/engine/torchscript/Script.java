package dev.lungo.engine.torchscript;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import dev.lungo.LungoException;
import dev.lungo.engine.EngineException;
import dev.lungo.engine.Program;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A script that libtorch has loaded, and its methods. */
final class Script implements AutoCloseable {
    private static final Predicate<String> MEMORY = line -> line.contains("allocate");

    /**
     * Held as a field: DJL's Model has a finalizer that frees the script, also in the middle of a
     * call.
     */
    private final Model model;

    private final NDManager manager;
    private final ParameterStore store;
    private final Map<String, NDArray> names = new HashMap<>();

    private Script(Model model) {
        this.model = model;
        this.manager = model.getNDManager();
        this.store = new ParameterStore(manager, false);
    }

    /** Loads a program, its weights and the optimizer's state into libtorch. */
    static Script load(Program program, Map<String, float[]> values) {
        Model model = Model.newInstance("net", "PyTorch");
        try {
            TemporaryScript.load(
                    out -> ProgramFile.write(out, program, values),
                    file -> {
                        // It must be a path: DJL ignores the option for a stream, and then the
                        // weights are frozen.
                        model.load(file, null, Map.of("trainParam", "true"));
                        return model;
                    });
            return new Script(model);
        } catch (IOException e) {
            model.close();
            throw new EngineException(
                    "The model could not be handed to PyTorch through the temporary folder "
                            + System.getProperty("java.io.tmpdir")
                            + ": "
                            + e.getMessage()
                            + ". Make room there, or start Java with -Djava.io.tmpdir=FOLDER.",
                    e);
        } catch (MalformedModelException | RuntimeException e) {
            model.close();
            throw failure(e);
        }
    }

    /** The owner of arrays that live as long as the script; a call's own get a part of it. */
    NDManager manager() {
        return manager;
    }

    /**
     * Calls one method.
     *
     * @param arguments the first is short-lived: DJL attaches the result to its manager
     * @param training without it libtorch makes arrays that can never have gradients
     */
    NDList call(String method, NDList arguments, boolean training) {
        arguments.add(names.computeIfAbsent(method, this::name));
        boolean gradients = JniUtils.isGradMode();
        try {
            // A thread's own setting. With it libtorch replaces the gradients of relu and linear by
            // slower ones, and after some calls fuses tanh and the like into code that gives other
            // last digits: results would depend on how many batches a call has.
            JniUtils.setGraphExecutorOptimize(false);
            Block block = model.getBlock();
            return block.forward(store, arguments, training);
        } catch (RuntimeException e) {
            // A script that fails leaves this as it was in the middle of it.
            JniUtils.setGradMode(gradients);
            throw failure(e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Calls a method that writes its answer into one of these arrays, without gradients. */
    void run(String method, IValue... arguments) {
        try {
            JniUtils.setGraphExecutorOptimize(false);
            IValueUtils.runMethod((PtSymbolBlock) model.getBlock(), method, arguments).close();
        } catch (RuntimeException e) {
            throw failure(e);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** Calls a method that gives one array. */
    float[] numbers(String method, NDList arguments, boolean training) {
        try (NDList answer = call(method, arguments, training)) {
            return answer.singletonOrThrow().toFloatArray();
        }
    }

    /** The arrays that a method lists; there is no such method for none. */
    List<float[]> listed(String method, int count) {
        if (count == 0) {
            return List.of();
        }
        try (NDManager call = manager.newSubManager()) {
            return call(method, new NDList(call.create(0f)), true).stream()
                    .map(NDArray::toFloatArray)
                    .toList();
        }
    }

    /** The values of a trainable weight, by the name that the script has for it. */
    float[] parameter(String name) {
        return model.getBlock().getParameters().get(name).getArray().toFloatArray();
    }

    /** DJL takes the method's name from an extra array, which it does not pass on. */
    private NDArray name(String method) {
        NDArray name = manager.create(0f);
        name.setName("module_method:" + method);
        return name;
    }

    @Override
    public void close() {
        model.close();
    }

    private static LungoException failure(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("can't allocate memory") || message.contains("not enough memory")) {
            return new EngineException(
                    "There is not enough memory for a step of this model."
                            + "\nReceived: "
                            + message.lines().filter(MEMORY).findFirst().orElse(message).strip()
                            + "\nExpected: arrays that fit into this machine's memory"
                            + "\nFix: use a smaller batchSize, smaller layers, or close other"
                            + " programs. The model keeps the weights of its last step.",
                    e);
        }
        return OwnStep.stale(message)
                .orElseGet(() -> new EngineException("PyTorch failed: " + message, e));
    }
}
