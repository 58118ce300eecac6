package dev.lungo.chart;

import dev.lungo.display.Markup;
import java.util.List;

/** A table as plain HTML that reads the same with all styling taken away. */
final class TableHtml {
    private TableHtml() {}

    static String of(TableCard table) {
        var html = new StringBuilder("<table>\n");
        if (!table.title().isEmpty()) {
            html.append("<caption><b>")
                    .append(Markup.escape(table.title()))
                    .append("</b></caption>\n");
        }
        row(html, table, "th", table.heads());
        table.rows().forEach(row -> row(html, table, "td", row));
        html.append("</table>\n");
        table.notes()
                .forEach(note -> html.append("<p>").append(Markup.escape(note)).append("</p>\n"));
        return html.toString();
    }

    private static void row(StringBuilder html, TableCard table, String tag, List<String> cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String side = table.right().get(i) ? "right" : "left";
            // GitHub drops style, JupyterLab's style sheet overrules align
            html.append(
                    String.format(
                            "<%1$s align=\"%2$s\" style=\"text-align: %2$s\">%3$s</%1$s>",
                            tag, side, Markup.escape(cells.get(i))));
        }
        html.append("</tr>\n");
    }
}
