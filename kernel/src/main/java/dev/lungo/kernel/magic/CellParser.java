package dev.lungo.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells the magics of a cell from its Java.
 *
 * <p>{@code %name args} is a magic at the start of a line, and after {@code =}, where it gives a
 * value; {@code %%name args} on the first line makes the whole cell a magic. A {@code %} in a
 * string, a text block or a comment is left alone.
 */
public final class CellParser {
    private static final Pattern CELL =
            Pattern.compile("\\s*?%%(\\w[\\w.-]*)[ \\t]*([^\\n]*)(?:\\n(.*))?", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("%([a-zA-Z_][\\w.-]*+)(?!\\()([^\\n]*)");

    private final String source;
    private final Matcher magic;

    private CellParser(String source) {
        this.source = source;
        this.magic = LINE.matcher(source);
    }

    /** The parts of a cell, in order. */
    public static List<CellPart> parse(String source) {
        String text = source.replace("\r\n", "\n");
        Matcher cell = CELL.matcher(text);
        if (cell.matches()) {
            String body = cell.group(3) == null ? "" : cell.group(3);
            List<String> args = MagicArguments.split(cell.group(2));
            return List.of(
                    new CellPart.CellMagic(
                            cell.group(1), args, body, line(text, cell.start(1) - 2)));
        }
        return new CellParser(text).parts();
    }

    /**
     * The same source with every magic replaced by as many spaces, so that positions stay what they
     * were; the Java that a magic takes is left.
     */
    public static String withoutMagics(String source) {
        StringBuilder java = new StringBuilder(source);
        Matcher cell = CELL.matcher(source);
        if (cell.matches()) {
            blank(java, 0, takesJava(cell.group(1)) ? cell.end(1) : source.length());
            return java.toString();
        }
        CellParser parser = new CellParser(source);
        parser.eachMagic(
                (scanner, bare) -> {
                    boolean kept = takesJava(parser.magic.group(1));
                    int end = kept ? parser.magic.end(1) : scanner.endOfLine();
                    blank(java, scanner.position(), end);
                });
        return java.toString();
    }

    private static void blank(StringBuilder java, int from, int to) {
        for (int i = from; i < to; i++) {
            java.setCharAt(i, java.charAt(i) == '\n' ? '\n' : ' ');
        }
    }

    /** Whether what follows the magic is Java, not arguments. */
    public static boolean takesJava(String magic) {
        return magic.equals(TimeMagic.NAME);
    }

    private List<CellPart> parts() {
        List<CellPart> parts = new ArrayList<>();
        StringBuilder java = new StringBuilder();
        int[] from = {0, 0}; // where the Java part begins, and what of it was copied
        eachMagic(
                (scanner, bare) -> {
                    java.append(source, from[1], scanner.position());
                    String name = magic.group(1);
                    if (bare && !scanner.nested()) {
                        addJava(parts, java, from[0]);
                        parts.add(
                                new CellPart.LineMagic(
                                        name,
                                        arguments(name, magic.group(2)),
                                        line(source, scanner.position())));
                        from[0] = scanner.endOfLine();
                    } else {
                        java.append(call(name, magic.group(2)));
                    }
                    from[1] = scanner.endOfLine();
                });
        java.append(source, from[1], source.length());
        addJava(parts, java, from[0]);
        return parts;
    }

    private void eachMagic(BiConsumer<JavaScanner, Boolean> found) {
        JavaScanner scanner = new JavaScanner(source);
        boolean lineBegins = true;
        while (!scanner.done()) {
            char c = source.charAt(scanner.position());
            boolean value = scanner.previous() == '=';
            boolean bare = lineBegins && !value && !scanner.inParentheses();
            if (c == '%' && (bare || value) && magicAt(scanner)) {
                found.accept(scanner, bare);
                scanner.jump(scanner.endOfLine());
            } else {
                lineBegins = c == '\n' || lineBegins && Character.isWhitespace(c);
                scanner.advance();
            }
        }
    }

    private boolean magicAt(JavaScanner scanner) {
        return magic.region(scanner.position(), source.length()).lookingAt();
    }

    private void addJava(List<CellPart> parts, StringBuilder java, int from) {
        if (!java.toString().isBlank()) {
            parts.add(new CellPart.Java(java.toString(), line(source, from)));
        }
        java.setLength(0);
    }

    private static String call(String name, String args) {
        String list =
                arguments(name, args.strip().replaceFirst(";$", "")).stream()
                        .map(CellParser::literal)
                        .collect(Collectors.joining(", "));
        return "dev.lungo.kernel.MagicCalls.lineMagic(\"%s\", java.util.List.of(%s));"
                .formatted(name, list);
    }

    private static List<String> arguments(String name, String text) {
        return takesJava(name) ? List.of(text.strip()) : MagicArguments.split(text);
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static int line(String text, int position) {
        return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
    }
}
