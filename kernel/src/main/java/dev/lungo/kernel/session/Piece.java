package dev.lungo.kernel.session;

/**
 * One snippet of a cell, as JShell gets it.
 *
 * @param line the line of the cell on which {@code source} begins, counted from 1
 */
record Piece(CellText cell, String source, int line) {
    /** The line of the cell for a line of this piece, both counted from 1. */
    int cellLine(int pieceLine) {
        return line + pieceLine - 1;
    }

    /** The line of the piece, counted from 1, on which an index into its source lies. */
    int lineAt(int index) {
        return 1 + (int) source.substring(0, index).chars().filter(c -> c == '\n').count();
    }
}
