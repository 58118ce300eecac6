package dev.lungo.kernel.protocol;

import com.google.gson.JsonArray;

/** Lists what was run before: nothing, no history is kept. */
final class History implements Handler {
    @Override
    public void handle(Request request) {
        var content = Replies.ok();
        content.add("history", new JsonArray());
        request.reply(content);
    }
}
