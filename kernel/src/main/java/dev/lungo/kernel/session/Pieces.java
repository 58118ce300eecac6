package dev.lungo.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * The snippets that a stretch of Java consists of.
 *
 * @param rest where an unfinished last snippet begins, or -1 when all are finished
 * @param valid whether all of them can be parsed
 */
record Pieces(List<Piece> finished, int rest, boolean valid) {
    /** White space and comments. */
    private static final Pattern SPACE = Pattern.compile("(?:\\s++|//[^\\n]*+|/\\*(?s:.*?)\\*/)++");

    /** Splits {@code java}, which begins on {@code line} of {@code cell}. */
    static Pieces of(SourceCodeAnalysis analysis, CellText cell, String java, int line) {
        List<Piece> finished = new ArrayList<>();
        boolean valid = true;
        int from = 0;
        while (from < java.length()) {
            CompletionInfo info = analysis.analyzeCompletion(java.substring(from));
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            // Of "if (a)" JShell would make "if (a);", which nobody means.
            boolean half = info.completeness() == Completeness.CONSIDERED_INCOMPLETE;
            if (info.source() == null || half) {
                return new Pieces(finished, from + beginOfCode(java.substring(from)), valid);
            }
            valid &= info.completeness() != Completeness.UNKNOWN;
            int begin = beginOfCode(info.source());
            String source = info.source().substring(begin);
            if (!source.replace(";", "").isBlank()) {
                finished.add(new Piece(cell, source, line + lines(java, 0, from + begin)));
            }
            from = java.length() - info.remaining().length();
        }
        return new Pieces(finished, -1, valid);
    }

    /** The same pieces, of a cell that has the same Java on another line. */
    Pieces movedTo(CellText cell, int lines) {
        List<Piece> moved =
                finished.stream()
                        .map(piece -> new Piece(cell, piece.source(), piece.line() + lines))
                        .toList();
        return new Pieces(moved, rest, valid);
    }

    /** Where the code begins: JShell counts the lines of a snippet from there. */
    static int beginOfCode(String source) {
        Matcher space = SPACE.matcher(source);
        return space.lookingAt() ? space.end() : 0;
    }

    /** How many lines end in a part of a text. */
    static int lines(CharSequence text, int begin, int end) {
        int lines = 0;
        for (int i = begin; i < end; i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }
}
