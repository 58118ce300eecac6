package dev.lungo.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.lungo.kernel.output.CellOutput;
import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.output.MimeBundle;
import dev.lungo.kernel.output.Publisher;
import dev.lungo.kernel.output.Streams;
import dev.lungo.kernel.session.Outcome;

/** Runs a cell and shows what it prints and gives. */
final class Execute {
    private static final Publisher NOBODY = (type, content) -> {};

    private final SessionStart start;
    private final LiveNotebook notebook;
    private final Streams streams;
    private final Stdin stdin;
    private int count;

    Execute(SessionStart start, LiveNotebook notebook, Streams streams, Stdin stdin) {
        this.start = start;
        this.notebook = notebook;
        this.streams = streams;
        this.stdin = stdin;
    }

    /** Answers one execute_request; false when the cells that wait behind it must not run. */
    boolean run(Request request) {
        var code = request.text("code");
        boolean silent = request.flag("silent", false);
        int number = count + 1;
        if (!silent && request.flag("store_history", true)) {
            count = number;
        }
        var output = enter(request, silent);
        output.publish("execute_input", input(code, number));
        var outcome = outcome(code, number);
        output.end();
        var reply = show(outcome, number, output);
        reply.addProperty("execution_count", number);
        boolean ok = reply.get("status").getAsString().equals("ok");
        if (ok) {
            reply.add("payload", new JsonArray());
            reply.add("user_expressions", expressions(request, number));
        }
        output.end();
        request.reply(reply);
        return ok || !request.flag("stop_on_error", true);
    }

    private CellOutput enter(Request request, boolean silent) {
        stdin.enter(request);
        var output = new CellOutput(silent ? NOBODY : request);
        if (silent) {
            streams.enterUnseen(output);
        } else {
            streams.enter(output);
        }
        return output;
    }

    private static JsonObject input(String code, int number) {
        var content = new JsonObject();
        content.addProperty("code", code);
        content.addProperty("execution_count", number);
        return content;
    }

    private Outcome outcome(String code, int number) {
        try {
            return start.session().run(code, number);
        } catch (Throwable failed) {
            return Replies.failed(failed);
        }
    }

    private JsonObject show(Outcome outcome, int number, CellOutput output) {
        if (outcome instanceof Outcome.Failed failed) {
            return showError(failed, output);
        }
        try {
            var value = ((Outcome.Done) outcome).value();
            // The id in a cell that ends with display(x) is for code, not for readers.
            if (value != null && !notebook.isNewestDisplay(value)) {
                showResult(value, number, output);
            }
            return Replies.ok();
        } catch (Throwable failed) {
            return showError(Replies.failed(failed), output);
        }
    }

    private void showResult(Object value, int number, CellOutput output) {
        var content = bundle(value);
        content.addProperty("execution_count", number);
        output.publish("execute_result", content);
    }

    private static JsonObject showError(Outcome.Failed failed, CellOutput output) {
        var reply = Replies.error(failed);
        var content = reply.deepCopy();
        content.remove("status");
        output.publish("error", content);
        return reply;
    }

    private JsonObject bundle(Object value) {
        var bundle = MimeBundle.of(notebook.renderer().render(value));
        bundle.remove("transient");
        return bundle;
    }

    private JsonObject expressions(Request request, int number) {
        var values = new JsonObject();
        request.object("user_expressions")
                .asMap()
                .forEach((name, code) -> values.add(name, value(code.getAsString(), number)));
        return values;
    }

    private JsonObject value(String expression, int number) {
        var outcome = outcome(expression, number);
        if (outcome instanceof Outcome.Failed failed) {
            return Replies.error(failed);
        }
        var content = Replies.ok();
        bundle(((Outcome.Done) outcome).value()).asMap().forEach(content::add);
        return content;
    }
}
