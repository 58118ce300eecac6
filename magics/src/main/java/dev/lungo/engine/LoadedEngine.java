package dev.lungo.engine;

import java.util.ServiceLoader;

/** Holds the one engine of this JVM. */
final class LoadedEngine {
    private static Engine engine;

    private LoadedEngine() {}

    static synchronized Engine engine() {
        if (engine == null) {
            engine =
                    ServiceLoader.load(EngineProvider.class, LoadedEngine.class.getClassLoader())
                            .findFirst()
                            .orElseThrow(
                                    () ->
                                            new EngineException(
                                                    "No engine is on the class path. Add lungo.jar"
                                                            + " with the jars beside it.",
                                                    null))
                            .load();
        }
        return engine;
    }
}
