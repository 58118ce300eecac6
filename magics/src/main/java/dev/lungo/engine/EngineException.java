package dev.lungo.engine;

import dev.lungo.LungoException;

/** An engine that cannot be loaded, or that failed while it ran. */
public final class EngineException extends LungoException {
    private static final long serialVersionUID = 1L;

    /** An engine's failure with what to do about it. */
    public EngineException(String message, Throwable cause) {
        super(message);
        if (cause != null) {
            initCause(cause);
        }
    }
}
