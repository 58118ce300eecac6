package dev.lungo.kernel.session;

import java.util.List;

/**
 * A cell, or a file that a cell loads, as the user wrote it.
 *
 * @param name what errors call it, for example {@code cell 3}
 */
record CellText(String name, List<String> lines) {
    static CellText of(String name, String source) {
        return new CellText(name, source.lines().toList());
    }

    /** The text of a line, counted from 1; empty behind the last. */
    String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    String place(int line) {
        return name + ", line " + line;
    }
}
