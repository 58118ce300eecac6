package dev.lungo.engine.torchscript;

import dev.lungo.engine.Program;
import dev.lungo.graph.Weight;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a program with its weights as a file that libtorch reads, here or in Python. */
final class ProgramFile {
    private ProgramFile() {}

    /**
     * Writes the file.
     *
     * @param values weights by name, and the optimizer's state where it is to go on from there
     */
    static void write(OutputStream out, Program program, Map<String, float[]> values)
            throws IOException {
        ScriptArchive.write(out, tensors(program, values), ScriptText.of(program));
    }

    private static Map<String, ScriptTensor> tensors(Program program, Map<String, float[]> values) {
        Map<String, ScriptTensor> tensors = new LinkedHashMap<>();
        List<Weight> weights = program.graph().weights();
        for (int i = 0; i < weights.size(); i++) {
            float[] first = values.get(weights.get(i).name());
            boolean trainable = weights.get(i).trainable();
            tensors.put(
                    ScriptText.parameter(i),
                    new ScriptTensor(first, sizes(weights.get(i)), trainable));
        }
        List<Weight> trainable = program.graph().trainable();
        for (StateTensor state : StateTensor.of(program)) {
            tensors.put(state.name(), tensor(state, trainable, values));
        }
        return tensors;
    }

    private static ScriptTensor tensor(
            StateTensor state, List<Weight> weights, Map<String, float[]> values) {
        boolean number = state.weight() < 0;
        long[] sizes = number ? new long[0] : sizes(weights.get(state.weight()));
        float[] known = values.get(state.key(weights));
        if (known != null) {
            return new ScriptTensor(known, sizes, false);
        }
        float[] first = new float[number ? 1 : weights.get(state.weight()).elements()];
        Arrays.fill(first, state.initial());
        return new ScriptTensor(first, sizes, false);
    }

    private static long[] sizes(Weight weight) {
        return weight.sizes().stream().mapToLong(Integer::longValue).toArray();
    }
}
