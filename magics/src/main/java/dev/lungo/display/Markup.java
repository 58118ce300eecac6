package dev.lungo.display;

/** Puts text into HTML and SVG without its becoming markup. */
public final class Markup {
    private Markup() {}

    /** Text as XML and HTML take it, with blanks for control characters. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }
}
