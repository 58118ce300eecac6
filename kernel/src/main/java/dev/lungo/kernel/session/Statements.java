package dev.lungo.kernel.session;

import java.util.List;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Prepares a cell that has not run yet for a question about its end.
 *
 * <p>JShell answers for one snippet, or for a row of statements: then it knows the variables that
 * the earlier ones declare. Imports, methods and classes would spoil the row.
 */
final class Statements {
    private Statements() {}

    /** The same text with all finished declarations but variables blanked out. */
    static String before(SourceCodeAnalysis analysis, String java) {
        StringBuilder row = new StringBuilder(java);
        int from = 0;
        for (int end = end(analysis, java, 0); end > 0; end = end(analysis, java, from)) {
            if (!isStatement(analysis, java.substring(from, end))) {
                for (int i = from; i < end; i++) {
                    row.setCharAt(i, java.charAt(i) == '\n' ? '\n' : ' ');
                }
            }
            from = end;
        }
        return row.toString();
    }

    /** Where the last snippet, the one with the end in it, begins. */
    static int lastBegin(SourceCodeAnalysis analysis, String java) {
        int from = 0;
        for (int end = end(analysis, java, 0); end > 0; end = end(analysis, java, from)) {
            from = end;
        }
        return from;
    }

    /** Where the finished snippet at {@code from} ends, or -1 for the last one. */
    private static int end(SourceCodeAnalysis analysis, String java, int from) {
        CompletionInfo info = analysis.analyzeCompletion(java.substring(from));
        int end = java.length() - info.remaining().length();
        return info.source() == null || info.remaining().isBlank() || end <= from ? -1 : end;
    }

    private static boolean isStatement(SourceCodeAnalysis analysis, String piece) {
        List<Snippet> snippets = analysis.sourceToSnippets(piece);
        return snippets.stream()
                .map(Snippet::kind)
                .noneMatch(
                        kind ->
                                kind == Kind.IMPORT
                                        || kind == Kind.METHOD
                                        || kind == Kind.TYPE_DECL);
    }
}
