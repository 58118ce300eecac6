package dev.lungo.chart;

import dev.lungo.display.Markup;
import java.util.Locale;

/**
 * Writes an SVG picture on a white card of its own, so that it reads on dark and light pages.
 *
 * <p>Attributes only: GitHub and nbviewer drop scripts, style sheets and what lies outside. No
 * element gets an id, so pictures in one page cannot disturb each other.
 */
final class Svg {
    static final String INK = "#1f2328";
    static final String MUTED = "#59636e";
    static final String GRID = "#e4e7eb";
    static final String BLUE = "#0072b2";
    static final String ORANGE = "#d55e00";

    private static final String BORDER = "#d0d7de";
    private static final String FONTS = "Helvetica, Arial, 'DejaVu Sans', sans-serif";

    private final StringBuilder out = new StringBuilder();

    /**
     * Begins a card.
     *
     * @param label what the picture shows, for people who hear the page
     */
    Svg(double width, double height, String label) {
        out.append(
                String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\""
                                + " viewBox=\"0 0 %1$s %2$s\" font-family=\"%3$s\" font-size=\"12\""
                                + " role=\"img\" aria-label=\"%4$s\">\n",
                        number(width),
                        number(height),
                        FONTS,
                        Markup.escape(label)));
        add(
                "rect",
                "x",
                0.5,
                "y",
                0.5,
                "width",
                width - 1,
                "height",
                height - 1,
                "rx",
                8,
                "fill",
                "#ffffff",
                "stroke",
                BORDER);
    }

    /** Adds an empty element; {@code attributes} are names and values by turns. */
    Svg add(String element, Object... attributes) {
        open(element, attributes);
        out.append("/>\n");
        return this;
    }

    /** Adds text at its base line, dark and left-aligned unless the attributes say otherwise. */
    Svg text(double x, double y, String text, Object... attributes) {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append('"');
        attributes(attributes);
        out.append('>').append(Markup.escape(text)).append("</text>\n");
        return this;
    }

    /** Adds {@code content} in a group whose attributes hold for all of it. */
    Svg group(Runnable content, Object... attributes) {
        open("g", attributes);
        out.append(">\n");
        content.run();
        out.append("</g>\n");
        return this;
    }

    /** The finished picture. */
    String end() {
        return out + "</svg>\n";
    }

    /** A coordinate with at most one decimal, to keep pictures small. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void open(String element, Object... attributes) {
        out.append('<').append(element);
        attributes(attributes);
    }

    private void attributes(Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(
                            value instanceof Number n
                                    ? number(n.doubleValue())
                                    : Markup.escape(value.toString()))
                    .append('"');
        }
    }
}
