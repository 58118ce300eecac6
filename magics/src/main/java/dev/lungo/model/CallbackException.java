package dev.lungo.model;

import dev.lungo.LungoException;

/** A callback of the user's that failed; the model keeps what it learned. */
public final class CallbackException extends LungoException {
    private static final long serialVersionUID = 1L;

    CallbackException(String which, String when, RuntimeException cause) {
        super(
                "fit ended because %s failed after %s.\nReceived: %s\nExpected: code that does not throw\nFix: mend the callback and fit again, which continues: the model keeps the weights of %s."
                        .formatted(which, when, cause, when));
        initCause(cause);
    }
}
