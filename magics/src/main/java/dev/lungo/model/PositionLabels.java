package dev.lungo.model;

import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import java.util.stream.IntStream;

/** The true classes of the positions of a sequence or picture. */
final class PositionLabels {
    private PositionLabels() {}

    /** From a class number or a one-hot row for each position. */
    static int[] of(Targets targets, int example, int positions) {
        Numbers rows = (Numbers) targets.part(example, 1).positions(positions);
        return IntStream.range(0, positions)
                .map(row -> rows.width() == 1 ? (int) rows.value(row, 0) : rows.largest(row))
                .toArray();
    }
}
