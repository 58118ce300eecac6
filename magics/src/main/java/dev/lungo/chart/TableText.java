package dev.lungo.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table as text, in a box of lines. */
final class TableText {
    private final TableCard table;
    private final List<Integer> widths;

    private TableText(TableCard table) {
        this.table = table;
        this.widths =
                IntStream.range(0, table.heads().size())
                        .mapToObj(
                                i ->
                                        Stream.concat(
                                                        Stream.of(table.heads()),
                                                        table.rows().stream())
                                                .mapToInt(row -> Words.columns(row.get(i)))
                                                .max()
                                                .orElseThrow())
                        .toList();
    }

    static String of(TableCard table) {
        return new TableText(table).draw();
    }

    private String draw() {
        List<String> lines = new ArrayList<>();
        if (!table.title().isEmpty()) {
            lines.add(table.title());
        }
        lines.add(border("┌", "┬", "┐"));
        lines.add(row(table.heads()));
        lines.add(border("├", "┼", "┤"));
        table.rows().forEach(row -> lines.add(row(row)));
        lines.add(border("└", "┴", "┘"));
        lines.addAll(table.notes());
        return String.join("\n", lines);
    }

    private String border(String left, String middle, String right) {
        return widths.stream()
                .map(width -> "─".repeat(width + 2))
                .collect(Collectors.joining(middle, left, right));
    }

    private String row(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(
                        i ->
                                " "
                                        + Words.pad(
                                                cells.get(i), widths.get(i), table.right().get(i))
                                        + " ")
                .collect(Collectors.joining("│", "│", "│"));
    }
}
