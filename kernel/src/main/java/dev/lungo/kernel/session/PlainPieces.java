package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.JavaScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits a cell into statements without JShell, where their ends are plain to see.
 *
 * <p>A cell may be taken apart at its outer semicolons only when every piece turns out to be a
 * whole statement: {@code else b();} is none.
 */
final class PlainPieces {
    /** What a semicolon would make a statement of that nobody means. */
    private static final Pattern CONDITION =
            Pattern.compile("(?s)(if|while|for)\\b.*\\)\\s*|.*\\belse\\s*");

    private final CellText cell;
    private final String java;
    private final int line;
    private final List<Piece> pieces = new ArrayList<>();
    private int counted;
    private int lines;

    private PlainPieces(CellText cell, String java, int line) {
        this.cell = cell;
        this.java = java;
        this.line = line;
    }

    /**
     * The pieces of {@code java}, which begins on {@code line} of {@code cell}; none when only a
     * parser can tell.
     */
    static List<Piece> of(CellText cell, String java, int line) {
        PlainPieces split = new PlainPieces(cell, java, line);
        return split.succeeds() ? split.pieces : List.of();
    }

    private boolean succeeds() {
        JavaScanner scanner = new JavaScanner(java);
        int from = 0;
        while (!scanner.done()) {
            int at = scanner.position();
            scanner.advance();
            boolean outer = scanner.position() == at + 1 && !scanner.nested();
            if (outer && java.charAt(at) == ';') {
                add(from, at + 1);
                from = at + 1;
            } else if (outer && java.charAt(at) == '}' && codeFrom(at + 1) < java.length()) {
                return false; // another statement, or an else, or the rest of an expression
            }
        }
        add(from, java.length());
        return !scanner.nested() && !CONDITION.matcher(java.substring(codeFrom(from))).matches();
    }

    private void add(int from, int end) {
        int begin = codeFrom(from);
        if (begin < end && java.charAt(begin) != ';') {
            lines += Pieces.lines(java, counted, begin);
            counted = begin;
            pieces.add(new Piece(cell, java.substring(begin, end), line + lines));
        }
    }

    private int codeFrom(int from) {
        return from + Pieces.beginOfCode(java.substring(from));
    }
}
