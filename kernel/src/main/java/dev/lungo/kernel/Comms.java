package dev.lungo.kernel;

import dev.lungo.kernel.output.LiveNotebook;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Opens lines to widgets in the front end, and answers those that the front end opens.
 *
 * <pre>{@code
 * Comms.onOpen("echo", (comm, opened) -> comm.onMessage(message -> comm.send(message.data())));
 * Comm chart = Comms.open("my.chart", Map.of("points", List.of(1, 2)));
 * }</pre>
 */
public final class Comms {
    private Comms() {}

    /** Opens a line to {@code target}, which the front end has to know, and sends {@code data}. */
    public static Comm open(String target, Map<String, ?> data) {
        return open(target, data, Map.of());
    }

    /** Opens a line with metadata, which widgets use to name their version, and raw bytes. */
    public static Comm open(
            String target, Map<String, ?> data, Map<String, ?> metadata, byte[]... buffers) {
        return LiveNotebook.current().frontEnd().openComm(target, data, metadata, buffers);
    }

    /**
     * Lets the front end open lines to {@code target}; the last listener of a target counts.
     *
     * @param listener gets the new line and the message that opened it
     */
    public static void onOpen(String target, BiConsumer<Comm, CommMessage> listener) {
        LiveNotebook.current().frontEnd().onComm(target, listener);
    }
}
