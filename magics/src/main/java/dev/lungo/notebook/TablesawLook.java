package dev.lungo.notebook;

import dev.lungo.chart.TableCard;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** A Tablesaw table as a cell shows it: its first and last rows. */
final class TablesawLook {
    private static final int ENDS = 5;

    private TablesawLook() {}

    static TableCard of(Relation table) {
        int rows = table.rowCount();
        int columns = table.columnCount();
        var card =
                TableCard.of(table.columnNames().toArray(String[]::new))
                        .title(table.name() == null ? "" : table.name());
        for (int i = 0; i < columns; i++) {
            card = table.column(i) instanceof NumericColumn ? card.right(i) : card;
        }
        boolean whole = rows <= 2 * ENDS + 1;
        for (int row = 0; row < rows; row++) {
            if (whole || row < ENDS || row >= rows - ENDS) {
                card = card.row(cells(table, row));
            } else if (row == ENDS) {
                card = card.row(IntStream.range(0, columns).mapToObj(i -> "…").toArray());
            }
        }
        return card.note(rows + " rows x " + columns + " columns");
    }

    private static Object[] cells(Relation table, int row) {
        return table.columns().stream().map(column -> text(column, row)).toArray();
    }

    private static String text(Column<?> column, int row) {
        return column.getString(row);
    }
}
