package dev.lungo.kernel.protocol;

import dev.lungo.kernel.Comm;
import dev.lungo.kernel.CommMessage;
import dev.lungo.kernel.output.FrontEnd;
import java.util.Map;
import java.util.function.BiConsumer;

/** The front ends at the other end of the line. */
record ConnectedFrontEnd(Stdin stdin, OpenComms comms) implements FrontEnd {
    @Override
    public String ask(String prompt, boolean password) {
        return stdin.ask(prompt, password);
    }

    @Override
    public Comm openComm(
            String target, Map<String, ?> data, Map<String, ?> metadata, byte[]... buffers) {
        return comms.open(target, data, metadata, buffers);
    }

    @Override
    public void onComm(String target, BiConsumer<Comm, CommMessage> listener) {
        comms.onOpen(target, listener);
    }
}
