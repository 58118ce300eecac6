package dev.lungo.kernel.session;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * The snippets that a stretch of Java consists of.
 *
 * @param rest where an unfinished last snippet begins, or -1 when all are finished
 */
record Pieces(List<Piece> finished, int rest) {
    /** Splits {@code java}, which begins on {@code line} of {@code cell}. */
    static Pieces of(SourceCodeAnalysis analysis, CellText cell, String java, int line) {
        List<Piece> finished = new ArrayList<>();
        int from = 0;
        while (from < java.length()) {
            CompletionInfo info = analysis.analyzeCompletion(java.substring(from));
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            if (info.source() == null) {
                return new Pieces(finished, from);
            }
            if (!info.source().replace(";", "").isBlank()) {
                int lines = (int) java.substring(0, from).chars().filter(c -> c == '\n').count();
                finished.add(new Piece(cell, info.source(), line + lines));
            }
            from = java.length() - info.remaining().length();
        }
        return new Pieces(finished, -1);
    }
}
