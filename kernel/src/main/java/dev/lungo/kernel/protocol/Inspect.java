package dev.lungo.kernel.protocol;

import com.google.gson.JsonObject;

/** Says what is known about the name at the cursor. */
record Inspect(SessionStart start) implements Handler {
    @Override
    public void handle(Request request) {
        var code = request.text("code");
        int cursor = CodePoints.toIndex(code, request.number("cursor_pos"));
        var known = start.session().inspect(code, cursor);
        var data = new JsonObject();
        known.ifPresent(text -> data.addProperty("text/plain", text));
        var content = Replies.ok();
        content.addProperty("found", known.isPresent());
        content.add("data", data);
        content.add("metadata", new JsonObject());
        request.reply(content);
    }
}
