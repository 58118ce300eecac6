package dev.lungo.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.lungo.kernel.session.Outcome;
import java.util.List;

/** The contents that replies have in common: every reply says how it went. */
final class Replies {
    private Replies() {}

    /** All went well; fields of the answer can be added. */
    static JsonObject ok() {
        return status("ok");
    }

    /** Not done, because a cell before it failed. */
    static JsonObject aborted() {
        return status("aborted");
    }

    /** The code of the user failed. */
    static JsonObject error(Outcome.Failed failed) {
        var content = status("error");
        content.addProperty("ename", failed.name());
        content.addProperty("evalue", failed.message());
        var trace = new JsonArray();
        failed.trace().forEach(trace::add);
        content.add("traceback", trace);
        return content;
    }

    /** The kernel failed, or the request makes no sense. */
    static JsonObject error(Throwable failed) {
        return error(failed(failed));
    }

    /** What is wrong with the kernel or the request, as if a cell had failed. */
    static Outcome.Failed failed(Throwable failed) {
        var message = String.valueOf(failed.getMessage());
        var name =
                failed instanceof InterruptedException
                        ? "Interrupted"
                        : failed.getClass().getSimpleName();
        return new Outcome.Failed(name, message, List.of(name + ": " + message));
    }

    private static JsonObject status(String status) {
        var content = new JsonObject();
        content.addProperty("status", status);
        return content;
    }
}
