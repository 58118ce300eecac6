package dev.lungo.chart;

import dev.lungo.LungoException;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small table, as HTML and as text.
 *
 * <pre>{@code
 * TableCard.of("epoch", "loss", "accuracy").row(1, 0.1713, 0.9463).row(2, 0.0482, 0.9851)
 * }</pre>
 *
 * @param title the line above, or empty
 * @param heads the columns' names
 * @param rows the cells' text, row by row
 * @param right for each column whether it stands right, as columns of numbers do
 * @param notes lines below
 */
public record TableCard(
        String title,
        List<String> heads,
        List<List<String>> rows,
        List<Boolean> right,
        List<String> notes)
        implements Rich {
    public TableCard {
        heads = List.copyOf(heads);
        rows = rows.stream().map(List::copyOf).toList();
        right = List.copyOf(right);
        notes = List.copyOf(notes);
    }

    /** An empty table with these columns. */
    public static TableCard of(String... heads) {
        return new TableCard(
                "",
                Arrays.asList(heads),
                List.of(),
                Arrays.stream(heads).map(head -> false).toList(),
                List.of());
    }

    /** A copy with a line above. */
    public TableCard title(String title) {
        return new TableCard(title, heads, rows, right, notes);
    }

    /**
     * A copy with one more row.
     *
     * @param cells one for each column; whole numbers get thousands separators, other numbers four
     *     decimals, and a column with a number in it stands right
     */
    public TableCard row(Object... cells) {
        if (cells.length != heads.size()) {
            throw LungoException.badInput(
                    "This row does not fit its table.",
                    cells.length + " cells " + Arrays.toString(cells),
                    heads.size() + " cells, for " + heads,
                    "give row(..) one cell for each column.");
        }
        List<List<String>> more = new ArrayList<>(rows);
        more.add(Arrays.stream(cells).map(TableCard::text).toList());
        List<Boolean> stands = new ArrayList<>(right);
        for (int i = 0; i < cells.length; i++) {
            stands.set(i, right.get(i) || cells[i] instanceof Number);
        }
        return new TableCard(title, heads, more, stands, notes);
    }

    /** A copy whose column {@code column}, counted from 0, stands right. */
    public TableCard right(int column) {
        List<Boolean> stands = new ArrayList<>(right);
        stands.set(column, true);
        return new TableCard(title, heads, rows, stands, notes);
    }

    /** A copy with one more line below. */
    public TableCard note(String line) {
        List<String> more = new ArrayList<>(notes);
        more.add(line);
        return new TableCard(title, heads, rows, right, more);
    }

    @Override
    public Bundle bundle() {
        return Bundle.html(TableHtml.of(this), toString());
    }

    @Override
    public String toString() {
        return TableText.of(this);
    }

    private static String text(Object cell) {
        if (cell instanceof Float || cell instanceof Double) {
            return Numbers.metric(((Number) cell).doubleValue());
        }
        if (cell instanceof Integer || cell instanceof Long) {
            return Numbers.count(((Number) cell).longValue());
        }
        return String.valueOf(cell);
    }
}
