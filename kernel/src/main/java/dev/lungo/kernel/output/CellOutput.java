package dev.lungo.kernel.output;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
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
 * <p>Printed text is sent in batches: a message for each print would flood the front end. It can be
 * used after the cell has ended, by threads that the cell left behind.
 */
public final class CellOutput implements Publisher {
    private static final int BATCH_MILLIS = 50;
    private static final int BATCH_BYTES = 128 * 1024;

    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(CellOutput::clockThread);

    private record Segment(Stream stream, ByteArrayOutputStream bytes) {}

    private final Publisher publisher;
    private final Map<Stream, Utf8Decoder> decoders = new EnumMap<>(Stream.class);
    private final Deque<Segment> waiting = new ArrayDeque<>();
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
        waiting.forEach(this::send);
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
        if (waiting.isEmpty() || waiting.getLast().stream() != stream) {
            waiting.add(new Segment(stream, new ByteArrayOutputStream()));
        }
        waiting.getLast().bytes().write(bytes, offset, length);
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

    private void send(Segment segment) {
        byte[] bytes = segment.bytes().toByteArray();
        send(segment.stream(), decoders.get(segment.stream()).decode(bytes, 0, bytes.length));
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
