package dev.lungo.kernel.session;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Several pieces as one type, a static method for each.
 *
 * <p>A method of its own keeps each piece what it is alone: the code behind an endless loop is no
 * error, and no piece makes the others too long. The type is an interface, for which the compiler
 * has no constructor to make.
 */
final class QuickUnit {
    /** What a piece is compiled as. */
    enum Form {
        VALUE,
        ACTION
    }

    private final String name;
    private final List<Piece> pieces;
    private final int[] begins;
    private final int[] lines;
    private final String source;

    QuickUnit(String name, String imports, Set<String> words, List<Piece> pieces, Form[] forms) {
        this.name = name;
        this.pieces = pieces;
        this.begins = new int[pieces.size()];
        this.lines = new int[pieces.size()];
        StringBuilder text = new StringBuilder("package " + QuickFiles.PACKAGE + ";" + imports);
        text.append("interface ").append(name).append(" {\n");
        // The compiler looks for a type java in many places before it takes it for a package.
        boolean taken = words.contains("Object") || words.contains("Throwable");
        String lang = taken ? "java.lang." : "";
        for (int i = 0; i < begins.length; i++) {
            begins[i] = text.length();
            lines[i] =
                    i == 0
                            ? 1 + Pieces.lines(text, 0, begins[0])
                            : lines[i - 1] + Pieces.lines(text, begins[i - 1], begins[i]);
            String java = pieces.get(i).source();
            text.append("public static ")
                    .append(forms[i] == Form.VALUE ? lang + "Object" : "void")
                    .append(" do_it$")
                    .append(i)
                    .append("() throws ")
                    .append(lang)
                    .append("Throwable { ");
            if (forms[i] == Form.VALUE) {
                text.append("return ").append(withoutSemicolon(java)).append("\n;}\n");
            } else {
                text.append(java).append(isCall(java) ? "\n;}\n" : "\n}\n");
            }
        }
        this.source = text.append("}").toString();
    }

    /** Whether a piece looks as if its value came from a call, which may have none. */
    static boolean isCall(String java) {
        return withoutSemicolon(java).endsWith(")");
    }

    static String withoutSemicolon(String java) {
        int end = java.length();
        while (end > 0
                && (java.charAt(end - 1) == ';' || Character.isWhitespace(java.charAt(end - 1)))) {
            end--;
        }
        return java.substring(0, end);
    }

    String name() {
        return name;
    }

    List<Piece> pieces() {
        return pieces;
    }

    String source() {
        return source;
    }

    /** The piece that lies at a position of the source; the first for what stands before all. */
    int pieceAt(long position) {
        return last(begins, position);
    }

    /** The piece that lies on a line of the source, counted from 1. */
    int pieceOnLine(int line) {
        return last(lines, line);
    }

    /** The line of its piece, for a line of the source, both counted from 1. */
    int lineOfPiece(int line) {
        return Math.max(1, line - lines[pieceOnLine(line)] + 1);
    }

    private static int last(int[] sorted, long limit) {
        return IntStream.range(0, sorted.length).filter(i -> sorted[i] <= limit).max().orElse(0);
    }
}
