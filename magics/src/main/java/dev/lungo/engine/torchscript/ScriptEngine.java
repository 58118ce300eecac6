package dev.lungo.engine.torchscript;

import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Program;
import dev.lungo.engine.TensorEngine;
import dev.lungo.store.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** PyTorch on the CPU, loaded. */
record ScriptEngine(ai.djl.engine.Engine djl) implements Engine {
    @Override
    public String name() {
        return djl.getEngineName() + " " + djl.getVersion();
    }

    @Override
    public String device() {
        return djl.defaultDevice().isGpu() ? "GPU" : "CPU";
    }

    @Override
    public int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public TensorEngine tensors() {
        return TensorKernels.loaded();
    }

    @Override
    public void export(Program program, Map<String, float[]> weights, Path file)
            throws IOException {
        WholeFile.write(file, out -> ProgramFile.write(out, program, weights));
    }

    @Override
    public Network open(Program program, Map<String, float[]> weights) {
        ScriptNetwork script = ScriptNetwork.open(program, weights);
        return StepwiseNetwork.isNeeded(program) ? new StepwiseNetwork(script, program) : script;
    }
}
