package dev.lungo.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Native code that can train: loaded at the first {@code fit} or {@code predict}, not before. */
public interface Engine {
    /** Name and version, for example {@code PyTorch 2.7.1}. */
    String name();

    /** Where it computes, for example {@code CPU}. */
    String device();

    /** The most threads that are of use here. */
    int threads();

    /**
     * Makes a model that can run.
     *
     * @param program the model, and how it is trained
     * @param values first values for every weight of the graph, by name, and what {@link
     *     Network#state} told if the optimizer is to go on
     */
    Network open(Program program, Map<String, float[]> values);

    /**
     * Writes a model that only predicts, for use without this library.
     *
     * @throws IOException if the file cannot be written; it is then as it was
     */
    void export(Program program, Map<String, float[]> weights, Path file) throws IOException;

    /** What computes single tensors. */
    TensorEngine tensors();

    /** The engine of this JVM, loaded now if it was not yet. */
    static Engine load() {
        return LoadedEngine.engine();
    }
}
