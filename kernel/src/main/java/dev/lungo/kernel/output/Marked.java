package dev.lungo.kernel.output;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import dev.lungo.kernel.wire.Json;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

/** Text in a language that front ends format; where one does not, the source is seen. */
public final class Marked {
    private Marked() {}

    /** HTML, as it is: what comes from elsewhere has to be escaped before. */
    public static DisplayData html(String source) {
        return of(MIMEType.TEXT_HTML, source, source);
    }

    /** Markdown. */
    public static DisplayData markdown(String source) {
        return of(MIMEType.TEXT_MARKDOWN, source, source);
    }

    /** LaTeX; front ends want to be told that a formula is one. */
    public static DisplayData latex(String source) {
        boolean marked = source.contains("$") || source.contains("\\begin{");
        return of(MIMEType.TEXT_LATEX, marked ? source : "$\\displaystyle " + source + "$", source);
    }

    /** SVG. */
    public static DisplayData svg(String source) {
        return of(MIMEType.IMAGE_SVG, source, source);
    }

    /**
     * JSON: a text of it, or values that can be written so.
     *
     * @throws IllegalArgumentException when a text is not JSON
     */
    public static DisplayData json(Object value) {
        var tree = value instanceof CharSequence text ? parse(text.toString()) : Json.tree(value);
        return of(MIMEType.APPLICATION_JSON, tree, tree.toString());
    }

    private static JsonElement parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonParseException notJson) {
            throw new IllegalArgumentException(
                    "json(..) got a text that is not JSON: %s. Give it JSON, or a map or a list."
                            .formatted(ReadableText.shortened(text)),
                    notJson);
        }
    }

    private static DisplayData of(MIMEType type, Object data, String source) {
        var display = new DisplayData(ReadableText.shortened(source));
        display.putData(type, data);
        return display;
    }
}
