package dev.lungo.engine.torchscript;

import dev.lungo.engine.Engine;
import dev.lungo.engine.EngineProvider;

/** PyTorch, whose training loop runs inside libtorch. */
public final class ScriptEngineProvider implements EngineProvider {
    @Override
    public String name() {
        return "PyTorch";
    }

    @Override
    public Engine load() {
        ScriptEngine engine = new ScriptEngine(NativeLibrary.load());
        Waiting.asleep();
        return engine;
    }
}
