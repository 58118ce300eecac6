package dev.lungo.kernel.output;

import com.google.gson.JsonObject;

/** Takes what one cell shows to every front end. */
@FunctionalInterface
public interface Publisher {
    /** Sends a message of this type, for example {@code stream}, in the name of the cell. */
    void publish(String type, JsonObject content);

    /** Waits while too much that was published waits for a slow front end. */
    default void awaitRoom() {}
}
