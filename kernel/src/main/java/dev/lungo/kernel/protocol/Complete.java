package dev.lungo.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Says what could stand at the cursor. */
record Complete(SessionStart start) implements Handler {
    @Override
    public void handle(Request request) {
        var code = request.text("code");
        int cursor = CodePoints.toIndex(code, request.number("cursor_pos"));
        var completion = start.session().complete(code, cursor);
        var matches = new JsonArray();
        completion.matches().forEach(matches::add);
        var content = Replies.ok();
        content.add("matches", matches);
        content.addProperty("cursor_start", CodePoints.fromIndex(code, completion.start()));
        content.addProperty("cursor_end", CodePoints.fromIndex(code, completion.end()));
        content.add("metadata", new JsonObject());
        request.reply(content);
    }
}
