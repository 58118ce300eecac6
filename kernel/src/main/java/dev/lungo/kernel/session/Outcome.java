package dev.lungo.kernel.session;

import java.util.List;

/** How a cell ended. */
public sealed interface Outcome {
    /**
     * The cell ended well; {@code value} is what its last expression gave, or null when it gave
     * none.
     */
    record Done(Object value) implements Outcome {}

    /**
     * The cell failed.
     *
     * @param name the kind of error, for example {@code ArithmeticException} or {@code
     *     CompileError}
     * @param message what went wrong, in one line or a few
     * @param trace readable lines for the notebook, ANSI colours allowed, without kernel frames
     */
    record Failed(String name, String message, List<String> trace) implements Outcome {
        public Failed {
            trace = List.copyOf(trace);
        }
    }
}
