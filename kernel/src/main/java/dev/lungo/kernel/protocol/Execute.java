package dev.lungo.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.lungo.kernel.output.CellOutput;
import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.output.MimeBundle;
import dev.lungo.kernel.output.Publisher;
import dev.lungo.kernel.output.Streams;
import dev.lungo.kernel.session.CellThread;
import dev.lungo.kernel.session.Outcome;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** Runs a cell and shows what it prints and gives. */
final class Execute {
    private static final Publisher NOBODY = (type, content) -> {};

    private final SessionStart start;
    private final LiveNotebook notebook;
    private final Streams streams;
    private final CurrentRequest current;
    private final HistoryLog history;
    private final Map<Request, Running> running = new ConcurrentHashMap<>();
    private int count;

    private record Running(int number, CellOutput output) {}

    Execute(
            SessionStart start,
            LiveNotebook notebook,
            Streams streams,
            CurrentRequest current,
            HistoryLog history) {
        this.start = start;
        this.notebook = notebook;
        this.streams = streams;
        this.current = current;
        this.history = history;
    }

    /** Answers one execute_request; false when the cells that wait behind it must not run. */
    boolean run(Request request) {
        var code = request.text("code");
        boolean silent = request.flag("silent", false);
        boolean stored = !silent && request.flag("store_history", true);
        int number = number(stored);
        if (stored && !code.isBlank()) {
            history.ran(number, code);
        }
        var output = enter(request, silent);
        output.publish("execute_input", input(code, number));
        running.put(request, new Running(number, output));
        var help = Help.nameIn(code);
        var payload = new JsonArray();
        var outcome =
                outcome(
                        () -> {
                            if (help.isEmpty()) {
                                return start.session().run(code, number);
                            }
                            payload.addAll(Help.page(start.session(), help.get()));
                            return new Outcome.Done(null);
                        });
        output.end();
        var reply = show(outcome, number, output, stored);
        reply.addProperty("execution_count", number);
        boolean ok = reply.get("status").getAsString().equals("ok") && !isLeftBehind();
        if (ok) {
            reply.add("payload", payload);
            reply.add("user_expressions", expressions(request, number));
        }
        output.end();
        if (isLeftBehind()) {
            return true;
        }
        running.remove(request);
        request.reply(reply);
        return ok || !request.flag("stop_on_error", true);
    }

    /** Answers for a cell that cannot be stopped; false as for {@link #run}. */
    boolean leaveBehind(Request request, Outcome.Failed instead) {
        var left = running.remove(request);
        if (left == null) {
            return true; // no cell, but what a widget sent
        }
        var reply = showError(instead, left.output());
        reply.addProperty("execution_count", left.number());
        request.reply(reply);
        return !request.flag("stop_on_error", true);
    }

    /** Whether this cell was answered already, so that it must not say more. */
    private static boolean isLeftBehind() {
        return Thread.currentThread() instanceof CellThread thread && thread.isLeftBehind();
    }

    /** The number of a cell; one that is not stored gets the number of the next that is. */
    private synchronized int number(boolean stored) {
        int number = count + 1;
        if (stored) {
            count = number;
        }
        return number;
    }

    private CellOutput enter(Request request, boolean silent) {
        current.enter(request);
        var output = new CellOutput(silent ? NOBODY : request);
        if (silent || !request.subshell().isEmpty()) {
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

    private static Outcome outcome(Callable<Outcome> cell) {
        try {
            return cell.call();
        } catch (Throwable failed) {
            return Replies.failed(failed);
        }
    }

    private JsonObject show(Outcome outcome, int number, CellOutput output, boolean stored) {
        if (outcome instanceof Outcome.Failed failed) {
            return showError(failed, output);
        }
        try {
            var value = ((Outcome.Done) outcome).value();
            // The id in a cell that ends with display(x) is for code, not for readers.
            if (value != null && !notebook.isNewestDisplay(value)) {
                var text = showResult(value, number, output);
                if (stored && text != null) {
                    history.gave(number, text.getAsString());
                }
            }
            return Replies.ok();
        } catch (Throwable failed) {
            return showError(Replies.failed(failed), output);
        }
    }

    /** Returns the plain text of the result. */
    private JsonElement showResult(Object value, int number, CellOutput output) throws Exception {
        var content = bundle(value);
        content.addProperty("execution_count", number);
        if (isLeftBehind()) {
            return null;
        }
        output.publish("execute_result", content);
        return content.getAsJsonObject("data").get("text/plain");
    }

    private static JsonObject showError(Outcome.Failed failed, CellOutput output) {
        var reply = Replies.error(failed);
        var content = reply.deepCopy();
        content.remove("status");
        if (!isLeftBehind()) {
            output.publish("error", content);
        }
        return reply;
    }

    /** Renders as a cell runs: the value's own toString may throw or never return. */
    private JsonObject bundle(Object value) throws Exception {
        var bundle = new JsonObject();
        start.session()
                .attend(
                        () ->
                                MimeBundle.of(notebook.renderer().render(value))
                                        .asMap()
                                        .forEach(bundle::add));
        bundle.remove("transient");
        return bundle;
    }

    private JsonObject expressions(Request request, int number) {
        var values = new JsonObject();
        request.object("user_expressions")
                .asMap()
                .forEach((name, code) -> values.add(name, value(code, number)));
        return values;
    }

    private JsonObject value(JsonElement expression, int number) {
        var outcome = outcome(() -> start.session().run(expression.getAsString(), number));
        if (outcome instanceof Outcome.Failed failed) {
            return Replies.error(failed);
        }
        try {
            var content = Replies.ok();
            bundle(((Outcome.Done) outcome).value()).asMap().forEach(content::add);
            return content;
        } catch (Throwable failed) {
            return Replies.error(failed);
        }
    }
}
