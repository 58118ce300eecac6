package dev.lungo.kernel.session;

import java.util.Optional;

/**
 * A running Java session: cells share their variables, methods, classes and imports.
 *
 * <p>{@link #run} is called by one thread at a time; every other method may be called by other
 * threads meanwhile, also while the code of a cell runs. Positions are UTF-16 indices into the
 * source.
 */
public interface Session extends AutoCloseable {
    /**
     * Runs one cell: magics and Java, several snippets in order, up to the first failure.
     *
     * @param source the cell as written
     * @param cell the number by which errors name this cell, as in {@code cell 12, line 3}
     */
    Outcome run(String source, int cell);

    /** Stops what {@link #run} is doing; variables and classes stay. Does nothing between cells. */
    void interrupt();

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
