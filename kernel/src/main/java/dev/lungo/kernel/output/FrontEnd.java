package dev.lungo.kernel.output;

import dev.lungo.kernel.Comm;
import dev.lungo.kernel.CommMessage;
import java.util.Map;
import java.util.function.BiConsumer;

/** What cells want of a front end beyond showing something. */
public interface FrontEnd {
    /** One line from the user; {@code password} hides what is typed. */
    String ask(String prompt, boolean password);

    /** A new line to a widget. */
    Comm openComm(String target, Map<String, ?> data, Map<String, ?> metadata, byte[]... buffers);

    /** Lets the front end open lines to {@code target}. */
    void onComm(String target, BiConsumer<Comm, CommMessage> listener);
}
