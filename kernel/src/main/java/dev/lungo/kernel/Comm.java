package dev.lungo.kernel;

import java.util.Map;
import java.util.function.Consumer;

/**
 * A line between the notebook and a widget in the front end, open until one side closes it.
 *
 * <p>Listeners run between cells, on the thread of the cells, or on that of the subshell through
 * which the front end sends.
 */
public interface Comm {
    /** By which both sides name this line. */
    String id();

    /** What the line leads to, for example {@code jupyter.widget}. */
    String target();

    /** Whether messages can still be sent. */
    boolean isOpen();

    /**
     * Sends data that can be written as JSON, with raw bytes beside it.
     *
     * @throws IllegalStateException when the line is closed
     */
    void send(Map<String, ?> data, byte[]... buffers);

    /** Calls {@code listener} for every message that comes from now on. */
    void onMessage(Consumer<CommMessage> listener);

    /** Calls {@code listener} when the front end closes the line. */
    void onClose(Consumer<CommMessage> listener);

    /** Tells the front end that nothing comes any more; does nothing on a closed line. */
    void close();
}
