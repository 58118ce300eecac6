package dev.lungo.kernel;

import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.output.Marked;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;

/** What a cell calls to show something: statically imported in every notebook. */
public class DisplayCalls {
    /** For IJava's name of this class. */
    protected DisplayCalls() {}

    /**
     * Turns a value into what the front end shows, without showing it.
     *
     * @param types MIME types to render it as, for example {@code "text/html"}; none for the usual
     */
    public static DisplayData render(Object value, String... types) {
        var renderer = LiveNotebook.current().renderer();
        return types.length == 0 ? renderer.render(value) : renderer.renderAs(value, types);
    }

    /**
     * Shows a value under this cell and returns its display id.
     *
     * @param types MIME types to show it as, for example {@code "text/html"}; none for the usual
     */
    public static String display(Object value, String... types) {
        return LiveNotebook.current().display(render(value, types));
    }

    /**
     * Replaces what {@link #display} showed under {@code displayId}.
     *
     * @param types MIME types to show it as, for example {@code "text/html"}; none for the usual
     */
    public static void updateDisplay(String displayId, Object value, String... types) {
        LiveNotebook.current().updateDisplay(displayId, render(value, types));
    }

    /** A value that is seen as HTML: {@code html("<b>bold</b>")}. */
    public static DisplayData html(String source) {
        return Marked.html(source);
    }

    /** A value that is seen as formatted Markdown: {@code markdown("some *text*")}. */
    public static DisplayData markdown(String source) {
        return Marked.markdown(source);
    }

    /** A value that is seen as a formula: {@code latex("x^2")}, with or without dollar signs. */
    public static DisplayData latex(String source) {
        return Marked.latex(source);
    }

    /** A value that is seen as a drawing: {@code svg("<svg ...>...</svg>")}. */
    public static DisplayData svg(String source) {
        return Marked.svg(source);
    }

    /**
     * A value that is seen as a tree: maps, lists, records and the like, or a text of JSON.
     *
     * @throws IllegalArgumentException when a text is not JSON
     */
    public static DisplayData json(Object value) {
        return Marked.json(value);
    }

    /** Removes what this cell has shown so far. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /**
     * Removes what this cell has shown so far.
     *
     * @param wait whether to keep it until something new is shown, which does not flicker
     */
    public static void clearOutput(boolean wait) {
        LiveNotebook.current().clear(wait);
    }
}
