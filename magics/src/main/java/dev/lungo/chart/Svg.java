package dev.lungo.chart;

import dev.lungo.display.Markup;
import java.util.Locale;

/**
 * Writes an SVG picture on a white card of its own, so that it reads on dark and light pages.
 *
 * <p>Attributes only, each given as {@code name=value}: GitHub and nbviewer drop scripts, style
 * sheets and what lies outside. No element gets an id, so pictures in one page cannot disturb each
 * other.
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
        String size = number(width) + " " + number(height);
        open("svg", "xmlns=http://www.w3.org/2000/svg", "viewBox=0 0 " + size);
        attributes("width=" + number(width), "height=" + number(height));
        attributes("font-family=" + FONTS, "font-size=12", "role=img", "aria-label=" + label);
        out.append(">\n");
        open("rect", "x=0.5", "y=0.5", "rx=8", "fill=#ffffff", "stroke=" + BORDER);
        attributes("width=" + number(width - 1), "height=" + number(height - 1));
        close();
    }

    /** Adds a filled rectangle, its corners round by {@code radius}. */
    Svg rect(double x, double y, double width, double height, double radius, String fill) {
        open("rect", "x=" + number(x), "y=" + number(y), "rx=" + number(radius), "fill=" + fill);
        attributes("width=" + number(width), "height=" + number(height));
        return close();
    }

    /** Adds a line or a shape, in SVG's own notation. */
    Svg path(String data, String... attributes) {
        open("path", "d=" + data);
        attributes(attributes);
        return close();
    }

    Svg circle(double x, double y, double radius, String... attributes) {
        open("circle", "cx=" + number(x), "cy=" + number(y), "r=" + number(radius));
        attributes(attributes);
        return close();
    }

    /** Adds a PNG whose pixels stay squares when it is shown larger. */
    Svg image(double x, double y, double width, double height, String link) {
        open("image", "x=" + number(x), "y=" + number(y), "image-rendering=pixelated");
        attributes("width=" + number(width), "height=" + number(height), "href=" + link);
        return close();
    }

    /** Adds text at its base line, black and left-aligned unless the attributes say otherwise. */
    Svg text(double x, double y, String text, String... attributes) {
        open("text", "x=" + number(x), "y=" + number(y));
        attributes(attributes);
        out.append('>').append(Markup.escape(text)).append("</text>\n");
        return this;
    }

    /** Adds {@code content}, which tells its whole name where the pointer rests on it. */
    Svg named(String name, Runnable content) {
        out.append("<g><title>").append(Markup.escape(name)).append("</title>\n");
        content.run();
        out.append("</g>\n");
        return this;
    }

    /** Adds {@code content} in a group whose attributes hold for all of it. */
    Svg group(Runnable content, String... attributes) {
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

    private void open(String element, String... attributes) {
        out.append('<').append(element);
        attributes(attributes);
    }

    private void attributes(String... attributes) {
        for (String attribute : attributes) {
            int split = attribute.indexOf('=');
            out.append(' ')
                    .append(attribute, 0, split)
                    .append("=\"")
                    .append(Markup.escape(attribute.substring(split + 1)))
                    .append('"');
        }
    }

    private Svg close() {
        out.append("/>\n");
        return this;
    }
}
