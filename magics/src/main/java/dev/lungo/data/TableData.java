package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Reads the columns of a Tablesaw table as examples: a row each. */
public final class TableData {
    private TableData() {}

    /**
     * All columns but one as inputs, that one as target.
     *
     * @param target the name of a column of whole numbers (classes, or measurements), of other
     *     numbers (measurements), or of text (classes, in alphabetical order)
     */
    public static Dataset of(Table table, String target) {
        if (table.columnNames().stream().noneMatch(target::equalsIgnoreCase)) {
            throw LungoException.badInput(
                    "data(table, target) has no column of this name.",
                    "\"" + target + "\"",
                    "one of " + table.columnNames(),
                    "name the column that the model should learn.");
        }
        Column<?> learned = table.column(target);
        List<Column<?>> others =
                table.columns().stream().filter(column -> column != learned).toList();
        DatasetCheck.notEmpty(table.rowCount());
        Values inputs = inputs(others);
        if (learned instanceof StringColumn text) {
            List<String> names = text.unique().asList().stream().sorted().toList();
            complete(text);
            int[] labels = new int[text.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = names.indexOf(text.get(i));
            }
            return Dataset.of(inputs, new Labels(labels, 0, labels.length), names);
        }
        return Dataset.of(inputs, targets(learned), List.of());
    }

    /** All columns as inputs. */
    public static Values inputs(Table table) {
        DatasetCheck.notEmpty(table.rowCount());
        return inputs(table.columns());
    }

    private static Values inputs(List<Column<?>> columns) {
        int rows = columns.isEmpty() ? 0 : columns.get(0).size();
        DatasetCheck.notEmpty(rows);
        float[] all = new float[Math.multiplyExact(rows, columns.size())];
        for (int c = 0; c < columns.size(); c++) {
            NumericColumn<?> column = numbers(columns.get(c));
            for (int i = 0; i < rows; i++) {
                all[i * columns.size() + c] = (float) column.getDouble(i);
            }
        }
        return new FloatValues(all, 0, rows, Shape.of(columns.size()));
    }

    private static Targets targets(Column<?> column) {
        NumericColumn<?> numbers = numbers(column);
        boolean whole =
                column instanceof IntColumn
                        || column instanceof ShortColumn
                        || column instanceof LongColumn;
        if (whole) {
            int[] labels = new int[numbers.size()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = Math.toIntExact((long) numbers.getDouble(i));
            }
            return new Labels(labels, 0, labels.length);
        }
        float[] all = new float[numbers.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) numbers.getDouble(i);
        }
        return new Numbers(all, 0, all.length, Shape.of(1));
    }

    private static NumericColumn<?> numbers(Column<?> column) {
        if (!(column instanceof NumericColumn<?> numbers)) {
            throw LungoException.badInput(
                    "data(table, target) takes columns of numbers as inputs.",
                    "column \"" + column.name() + "\" of type " + column.type().name(),
                    "numbers",
                    "leave it out with table.removeColumns(\""
                            + column.name()
                            + "\"), or make a column of 0 and 1 for each of its values.");
        }
        complete(column);
        return numbers;
    }

    private static void complete(Column<?> column) {
        for (int i = 0; i < column.size(); i++) {
            if (column.isMissing(i)) {
                throw LungoException.badInput(
                        "data(table, target) needs a value in every row.",
                        String.format(
                                Locale.ROOT,
                                "column \"%s\" without a value in row %,d",
                                column.name(),
                                i),
                        "no missing values",
                        "drop such rows with table.dropRowsWithMissingValues(), or fill them in.");
            }
        }
    }
}
