package dev.lungo.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.lungo.kernel.session.Session;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers a cell such as {@code list?} or {@code ?list.stream} with what is known about a name. */
final class Help {
    /** A name with dots, one question mark or two before or after it; Java has no such cell. */
    private static final Pattern QUESTION =
            Pattern.compile("\\s*(?:\\?{1,2}\\s*([\\w$.]+)|([\\w$.]+)\\s*\\?{1,2})\\s*;?\\s*");

    private Help() {}

    /** The name that the cell asks for; empty when it is Java. */
    static Optional<String> nameIn(String code) {
        var question = QUESTION.matcher(code);
        if (!question.matches()) {
            return Optional.empty();
        }
        return Optional.of(question.group(1) == null ? question.group(2) : question.group(1));
    }

    /** The payload that shows what is known in the front end's pager; empty when nothing is. */
    static JsonArray page(Session session, String name) {
        var payload = new JsonArray();
        var known = session.inspect(name, name.length());
        if (known.isEmpty()) {
            System.err.println("Nothing is known about " + name + ".");
            return payload;
        }
        var data = new JsonObject();
        data.addProperty("text/plain", known.get());
        var page = new JsonObject();
        page.addProperty("source", "page");
        page.add("data", data);
        page.addProperty("start", 0);
        payload.add(page);
        return payload;
    }
}
