package dev.lungo.kernel.output;

import com.google.gson.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what is published, in order. */
final class Recorder implements Publisher {
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private volatile JsonObject last;

    @Override
    public void publish(String type, JsonObject content) {
        last = content;
        seen.add(
                type.equals("stream")
                        ? content.get("name").getAsString()
                                + ":"
                                + content.get("text").getAsString()
                        : type);
    }

    /** What was published first, of what was not yet taken; waits for it. */
    String next() throws InterruptedException {
        return seen.poll(20, TimeUnit.SECONDS);
    }

    /**
     * All from {@link #next} to what contains this: a slow printer's lines come in several parts.
     */
    String upTo(String text) throws InterruptedException {
        StringBuilder all = new StringBuilder();
        while (all.indexOf(text) < 0) {
            String part = next();
            if (part == null) {
                throw new AssertionError("no \"" + text + "\" after " + all);
            }
            all.append(part);
        }
        return all.toString();
    }

    boolean isEmpty() {
        return seen.isEmpty();
    }

    JsonObject last() {
        return last;
    }
}
