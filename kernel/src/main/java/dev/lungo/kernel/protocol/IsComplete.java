package dev.lungo.kernel.protocol;

import dev.lungo.kernel.session.Completeness.Status;
import java.util.Locale;

/** Says whether a console should run the code on Enter. */
record IsComplete(SessionStart start) implements Handler {
    @Override
    public void handle(Request request) {
        var completeness = start.session().completeness(request.text("code"));
        var content = Replies.ok();
        var status = completeness.status();
        content.addProperty("status", status.name().toLowerCase(Locale.ROOT));
        if (status == Status.INCOMPLETE) {
            content.addProperty("indent", completeness.indent());
        }
        request.reply(content);
    }
}
