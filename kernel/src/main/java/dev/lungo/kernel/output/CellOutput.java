package dev.lungo.kernel.output;

import com.google.gson.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Everything one cell shows, in the order in which it was shown.
 *
 * <p>Printed text is sent in batches: a message for each print would flood the front end. Where out
 * and err alternate too often for a message each ({@link Switches}), both are sent as what came
 * first: the order of the lines says more than their colour. It can be used after the cell has
 * ended, by threads that the cell left behind.
 */
public final class CellOutput implements Publisher {
    private static final int BATCH_MILLIS = 50;
    private static final int BATCH_BYTES = 128 * 1024;

    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(CellOutput::clockThread);

    private record Segment(Stream stream, StringBuilder text) {}

    private final Publisher publisher;
    private final Map<Stream, Utf8Decoder> decoders = new EnumMap<>(Stream.class);
    private final Deque<Segment> waiting = new ArrayDeque<>();
    private final Switches switches = new Switches();
    private int waitingBytes;
    private boolean scheduled;

    /** The output of a cell whose messages {@code publisher} sends. */
    public CellOutput(Publisher publisher) {
        this.publisher = publisher;
        for (var stream : Stream.values()) {
            decoders.put(stream, new Utf8Decoder());
        }
    }

    private static Thread clockThread(Runnable work) {
        var thread = new Thread(work, "lungo-output");
        thread.setDaemon(true);
        return thread;
    }

    /** Sends a display, result or error after all text printed before it. */
    @Override
    public synchronized void publish(String type, JsonObject content) {
        flush();
        publisher.publish(type, content);
    }

    /** Sends the printed text that still waits. */
    public synchronized void flush() {
        waiting.forEach(segment -> send(segment.stream(), segment.text().toString()));
        waiting.clear();
        waitingBytes = 0;
    }

    /** Sends everything that still waits, also the beginning of a character that has no end. */
    public synchronized void end() {
        flush();
        decoders.forEach((stream, decoder) -> send(stream, decoder.end()));
    }

    /** To be called outside the lock of this output: error and end of the cell never wait. */
    @Override
    public void awaitRoom() {
        publisher.awaitRoom();
    }

    synchronized void write(Stream stream, byte[] bytes, int offset, int length) {
        String text = decoders.get(stream).decode(bytes, offset, length);
        if (waiting.isEmpty() || (waiting.getLast().stream() != stream && switches.hasAnother())) {
            waiting.add(new Segment(stream, new StringBuilder()));
        }
        waiting.getLast().text().append(text);
        waitingBytes += length;
        if (waitingBytes >= BATCH_BYTES) {
            flush();
        } else if (!scheduled && waitingBytes > 0) {
            scheduled = true;
            CLOCK.schedule(this::batch, BATCH_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void batch() {
        scheduled = false;
        flush();
    }

    private void send(Stream stream, String text) {
        if (text.isEmpty()) {
            return;
        }
        var content = new JsonObject();
        content.addProperty("name", stream.label());
        content.addProperty("text", text);
        publisher.publish("stream", content);
    }
}
