package dev.lungo.engine;

/** Offers an engine by name, without loading it. */
public interface EngineProvider {
    /** The name users know it by, for example {@code PyTorch}. */
    String name();

    /**
     * Loads the engine's native code, once.
     *
     * @throws EngineException if it cannot be loaded here
     */
    Engine load();
}
