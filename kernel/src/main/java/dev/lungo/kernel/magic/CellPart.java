package dev.lungo.kernel.magic;

import java.util.List;

/** A stretch of a cell that runs as one thing; the parts of a cell run in order. */
public sealed interface CellPart {
    /** The line of the cell on which this part begins, counted from 1. */
    int line();

    /** Java source; a magic inside it has become a call. */
    record Java(String source, int line) implements CellPart {}

    /** A {@code %name args} line; its value is not shown. */
    record LineMagic(String name, List<String> args, int line) implements CellPart {
        public LineMagic {
            args = List.copyOf(args);
        }
    }

    /** A whole {@code %%name args} cell with the lines below it as {@code body}. */
    record CellMagic(String name, List<String> args, String body, int line) implements CellPart {
        public CellMagic {
            args = List.copyOf(args);
        }
    }
}
