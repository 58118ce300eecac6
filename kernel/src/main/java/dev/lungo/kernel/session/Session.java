package dev.lungo.kernel.session;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A running Java session: cells share their variables, methods, classes and imports.
 *
 * <p>Every method may be called by several threads at a time, also while the code of a cell runs:
 * cells of different threads take turns to be compiled and run beside each other. Positions are
 * UTF-16 indices into the source.
 */
public interface Session extends AutoCloseable {
    /**
     * Runs one cell: magics and Java, several snippets in order, up to the first failure.
     *
     * @param source the cell as written
     * @param cell the number by which errors name this cell, as in {@code cell 12, line 3}
     */
    Outcome run(String source, int cell);

    /** Code of the user that is no cell, for example a widget's listener. */
    @FunctionalInterface
    interface Callback {
        void run() throws Exception;
    }

    /**
     * Runs {@code callback} on this thread as if it were a cell: it can be interrupted. Throws what
     * it throws.
     */
    void attend(Callback callback) throws Exception;

    /** Stops what all calls of {@link #run} are doing; does nothing between cells. */
    default void interrupt() {
        interrupt(thread -> true);
    }

    /**
     * Stops what calls of {@link #run} and {@link #attend} are doing on these threads; variables
     * and classes stay.
     */
    void interrupt(Predicate<Thread> threads);

    /** What could stand at {@code cursor}, best first. */
    Completion complete(String source, int cursor);

    /**
     * What is known about the name at {@code cursor}, signature first; also with the cursor right
     * after it.
     */
    Optional<String> inspect(String source, int cursor);

    /** Whether {@code source} could be run as it is, or what is missing. */
    Completeness completeness(String source);

    @Override
    void close();
}
