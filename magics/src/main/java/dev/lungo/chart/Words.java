package dev.lungo.chart;

import java.util.ArrayList;
import java.util.List;

/** Fits text into the room there is; widths are estimates, as no font is at hand. */
final class Words {
    /** How wide a letter is, in parts of the font size: a little more than Helvetica's mean. */
    private static final double LETTER = 0.58;

    private Words() {}

    /** About how many pixels {@code text} needs. */
    static double width(String text, double fontSize) {
        return columns(text) * LETTER * fontSize;
    }

    /** {@code text} cut to {@code width} pixels, with three dots where something is missing. */
    static String cut(String text, double width, double fontSize) {
        if (width(text, fontSize) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", fontSize) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + "…";
    }

    /** {@code text} in lines of at most {@code width} pixels, broken between words. */
    static List<String> wrap(String text, double width, double fontSize) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R")) {
            String line = "";
            for (String word : paragraph.strip().split("\\s+")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && width(longer, fontSize) > width) {
                    lines.add(cut(line, width, fontSize));
                    longer = word;
                }
                line = longer;
            }
            lines.add(cut(line, width, fontSize));
        }
        return lines;
    }

    /** A name in as few lines as it needs, broken behind its underscores where it can be. */
    static List<String> wrapName(String name, double width, double fontSize) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String part : name.split("(?<=_)")) {
            if (!line.isEmpty() && width(line + part, fontSize) > width) {
                lines.add(cut(line, width, fontSize));
                line = "";
            }
            line += part;
        }
        lines.add(cut(line, width, fontSize));
        return lines;
    }

    /** How many columns {@code text} takes in a terminal, where CJK and emoji take two. */
    static int columns(String text) {
        return text.codePoints()
                .map(c -> Character.isIdeographic(c) || c >= 0x1F300 && c < 0x1FB00 ? 2 : 1)
                .sum();
    }

    /** {@code text} filled with blanks to {@code columns}, on its right or its left. */
    static String pad(String text, int columns, boolean right) {
        String blanks = " ".repeat(Math.max(0, columns - columns(text)));
        return right ? blanks + text : text + blanks;
    }
}
