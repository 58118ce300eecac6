package dev.lungo.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jshell.SourceCodeAnalysis;

/** The pieces of the last cells: taking a long cell apart costs JShell more than running it. */
final class RecentPieces {
    private static final int MOST = 64;

    private final SourceCodeAnalysis analysis;

    /** As of cells whose Java begins on their first line. */
    private final Map<String, Pieces> known = new LinkedHashMap<>();

    RecentPieces(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The pieces of {@code java}, which begins on {@code line} of {@code cell}. */
    Pieces of(CellText cell, String java, int line) {
        Pieces pieces = known.get(java);
        if (pieces == null) {
            if (known.size() == MOST) {
                known.remove(known.keySet().iterator().next());
            }
            pieces = Pieces.of(analysis, cell, java, 1);
            known.put(java, pieces);
        }
        return pieces.movedTo(cell, line - 1);
    }
}
