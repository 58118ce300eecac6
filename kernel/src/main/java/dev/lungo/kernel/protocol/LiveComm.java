package dev.lungo.kernel.protocol;

import dev.lungo.kernel.Comm;
import dev.lungo.kernel.CommMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A comm and those who listen to it. */
final class LiveComm implements Comm {
    private final String id;
    private final String target;
    private final OpenComms comms;
    private final List<Consumer<CommMessage>> onMessage = new CopyOnWriteArrayList<>();
    private final List<Consumer<CommMessage>> onClose = new CopyOnWriteArrayList<>();

    LiveComm(String id, String target, OpenComms comms) {
        this.id = id;
        this.target = target;
        this.comms = comms;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String target() {
        return target;
    }

    @Override
    public boolean isOpen() {
        return comms.isOpen(this);
    }

    @Override
    public void send(Map<String, ?> data, byte[]... buffers) {
        if (!isOpen()) {
            throw new IllegalStateException(
                    "The comm %s to %s is closed. Open a new one with Comms.open(\"%s\", data)."
                            .formatted(id, target, target));
        }
        comms.send(this, data, buffers);
    }

    @Override
    public void onMessage(Consumer<CommMessage> listener) {
        onMessage.add(listener);
    }

    @Override
    public void onClose(Consumer<CommMessage> listener) {
        onClose.add(listener);
    }

    @Override
    public void close() {
        if (isOpen()) {
            comms.close(this);
        }
    }

    void received(CommMessage message) {
        onMessage.forEach(listener -> listener.accept(message));
    }

    void closed(CommMessage message) {
        onClose.forEach(listener -> listener.accept(message));
    }
}
