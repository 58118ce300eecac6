package dev.lungo.kernel.protocol;

import com.google.gson.JsonObject;
import dev.lungo.kernel.output.Streams;
import dev.lungo.kernel.wire.Message;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** System.in of a notebook: reading asks the user in the front end, one line at a time. */
final class Stdin extends InputStream {
    private final Streams streams;
    private final InputStream before = System.in;

    /** What the front end sent; empty when the wait was interrupted. */
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

    private final CurrentRequest current;
    private String question = "";
    private byte[] line = new byte[0];
    private int next;

    Stdin(Streams streams, CurrentRequest current) {
        this.streams = streams;
        this.current = current;
    }

    void install() {
        System.setIn(this);
    }

    /** A front end sent what the user typed, perhaps to a question that was given up. */
    void answer(Message inputReply) {
        var asked = inputReply.parent().get("msg_id");
        synchronized (answers) {
            if (asked != null && !asked.getAsString().equals(question)) {
                return;
            }
        }
        var value = inputReply.content().get("value");
        answers.add(Optional.of(value == null ? "" : value.getAsString()));
    }

    /** Ends the wait for the user. */
    void interrupt() {
        answers.add(Optional.empty());
    }

    @Override
    public synchronized int read() {
        while (next == line.length) {
            ask();
        }
        return line[next++] & 0xff;
    }

    /** Returns at the end of a line, so that the reader is not asked for more than it wants. */
    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        bytes[offset] = (byte) read();
        int count = Math.min(length - 1, line.length - next);
        System.arraycopy(line, next, bytes, offset + 1, count);
        next += count;
        return count + 1;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    /** One line from the user, beside what is read from System.in. */
    synchronized String ask(String prompt, boolean password) {
        var request = current.get();
        if (request == null || !request.flag("allow_stdin", true)) {
            throw new IllegalStateException(
                    "This cell asks for input, but nobody can be asked: the front end that runs"
                            + " it allows no input. Run it in a notebook, or write the value into"
                            + " the cell.");
        }
        streams.current().flush();
        answers.clear();
        var content = new JsonObject();
        content.addProperty("prompt", prompt);
        content.addProperty("password", password);
        // The answer may be here before the id of the question is known.
        synchronized (answers) {
            question = request.ask(content);
        }
        return await();
    }

    private void ask() {
        line = (ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
        next = 0;
    }

    private String await() {
        try {
            return answers.take().orElseThrow(Stdin::interrupted);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    /** Unchecked, because Scanner and others hide an IOException. */
    private static UncheckedIOException interrupted() {
        return new UncheckedIOException(
                new InterruptedIOException("Interrupted while waiting for input"));
    }

    /** Does nothing: who closes a Scanner at the end of a cell wants input in the next one too. */
    @Override
    public void close() {}

    void uninstall() {
        System.setIn(before);
    }
}
