package dev.lungo.kernel.protocol;

import com.google.gson.JsonObject;

/** Comms are the channels of widgets; this kernel has no target for them yet. */
final class Comms {
    private Comms() {}

    /** Lists the open comms: none. */
    static void info(Request request) {
        var content = Replies.ok();
        content.add("comms", new JsonObject());
        request.reply(content);
    }

    /** Closes what a front end opens, as the protocol asks for an unknown target. */
    static void open(Request request) {
        var content = new JsonObject();
        content.addProperty("comm_id", request.text("comm_id"));
        content.add("data", new JsonObject());
        request.publish("comm_close", content);
    }

    /** A message to a comm that was closed at once has no effect. */
    static void ignore(Request request) {}
}
