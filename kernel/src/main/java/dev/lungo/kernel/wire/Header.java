package dev.lungo.kernel.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who sent a message, when, and of which type.
 *
 * <p>Fields that this kernel does not know, such as {@code subshell_id}, stay in {@link #json}.
 *
 * @param json the header as it travels; not to be changed
 */
public record Header(JsonObject json) {
    /** The version of the Jupyter protocol that this kernel speaks. */
    public static final String PROTOCOL = "5.5";

    private static final List<String> REQUIRED =
            List.of("msg_id", "msg_type", "session", "username", "version");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final AtomicLong COUNT = new AtomicLong();

    /** Checks that every field is there that an answer needs. */
    public Header {
        for (String field : REQUIRED) {
            JsonElement value = json.get(field);
            if (value == null || !value.isJsonPrimitive()) {
                throw new BadMessageException("its header has no " + field);
            }
        }
    }

    /** A new header with its own id and the present time. */
    public static Header of(String type, String session) {
        var json = new JsonObject();
        // A number is unique within a session, and Java is slow to begin with secure random ones.
        json.addProperty("msg_id", session + "_" + COUNT.incrementAndGet());
        json.addProperty("session", session);
        json.addProperty("username", System.getProperty("user.name", "kernel"));
        json.addProperty("date", DATE.format(Instant.now()));
        json.addProperty("msg_type", type);
        json.addProperty("version", PROTOCOL);
        return new Header(json);
    }

    /** The id by which answers name this message. */
    public String id() {
        return json.get("msg_id").getAsString();
    }

    /** The kind of message, for example {@code execute_request}. */
    public String type() {
        return json.get("msg_type").getAsString();
    }
}
