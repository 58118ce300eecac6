package dev.lungo.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.lungo.kernel.output.Publisher;
import dev.lungo.kernel.wire.Channel;
import dev.lungo.kernel.wire.KernelLog;
import dev.lungo.kernel.wire.Message;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request of a front end, and the ways to answer it. */
final class Request implements Publisher {
    private static final System.Logger LOG = KernelLog.of(Request.class);
    private static final String SUFFIX = "_request";

    private final Channel channel;
    private final Message message;
    private final Line line;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final long arrived = System.nanoTime();
    private volatile boolean replied;
    private volatile long answered;

    Request(Channel channel, Message message, Line line) {
        this.channel = channel;
        this.message = message;
        this.line = line;
    }

    /** Lets {@code handler} answer between busy and idle; a failure becomes an error reply. */
    void answer(Handler handler) {
        line.status(message.header().json(), "busy");
        try {
            handler.handle(this);
        } catch (Throwable failed) {
            LOG.log(Level.WARNING, "A " + message.type() + " failed", failed);
            if (!replied && message.type().endsWith(SUFFIX)) {
                reply(Replies.error(failed));
            }
        } finally {
            end();
        }
    }

    /** Says that all was done, once. */
    void end() {
        if (open.getAndSet(false)) {
            line.status(message.header().json(), "idle");
        }
    }

    /** Sends the reply to this request, where it came from. */
    void reply(JsonObject content) {
        answered = System.nanoTime();
        replied = true;
        line.send(channel, message, message.type().replace(SUFFIX, "_reply"), content);
    }

    /** Whether it was sent before the answer to {@code other} could be seen. */
    boolean cameBeforeAnswerTo(Request other) {
        return arrived - other.answered < 0;
    }

    Message message() {
        return message;
    }

    String type() {
        return message.type();
    }

    /** The subshell that is to answer; empty for the main one. */
    String subshell() {
        var id = message.header().json().get("subshell_id");
        return id == null || id.isJsonNull() ? "" : id.getAsString();
    }

    @Override
    public void awaitRoom() {
        line.wire().awaitRoom();
    }

    @Override
    public void publish(String type, JsonObject content) {
        line.publish(message.header().json(), type, content);
    }

    /** Asks the user behind this request; the {@code input_reply} has the returned id as parent. */
    String ask(JsonObject content) {
        return line.send(Channel.STDIN, message, "input_request", content);
    }

    /**
     * A text of the request.
     *
     * @throws IllegalArgumentException when it is missing
     */
    String text(String field) {
        return required(field).getAsString();
    }

    /**
     * A number of the request.
     *
     * @throws IllegalArgumentException when it is missing
     */
    int number(String field) {
        return required(field).getAsInt();
    }

    /** A text of the request, or {@code absent} when it is not there. */
    String text(String field, String absent) {
        return isAbsent(field) ? absent : text(field);
    }

    /** A number of the request, or {@code absent} when it is not there. */
    int number(String field, int absent) {
        return isAbsent(field) ? absent : number(field);
    }

    private boolean isAbsent(String field) {
        var value = message.content().get(field);
        return value == null || value.isJsonNull();
    }

    private JsonElement required(String field) {
        var value = message.content().get(field);
        if (value == null || !value.isJsonPrimitive()) {
            throw new IllegalArgumentException(
                    "The %s lacks the field %s.".formatted(message.type(), field));
        }
        return value;
    }

    /** A switch of the request, or {@code absent} when it is not there. */
    boolean flag(String field, boolean absent) {
        return isAbsent(field) ? absent : required(field).getAsBoolean();
    }

    /** Named values of the request; empty when there are none. */
    JsonObject object(String field) {
        return message.content().get(field) instanceof JsonObject object
                ? object
                : new JsonObject();
    }
}
