package dev.lungo.display;

/** Puts text into HTML and SVG without its becoming markup. */
public final class Markup {
    private Markup() {}

    /** Text as XML and HTML take it; control characters, which they refuse, become blanks. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }
}
