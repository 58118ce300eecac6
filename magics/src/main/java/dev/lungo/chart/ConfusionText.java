package dev.lungo.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A confusion matrix as text: one row for each true class, one column for each predicted. */
final class ConfusionText {
    private static final int LISTED = 5;

    private ConfusionText() {}

    static String of(ConfusionMatrix matrix) {
        int n = matrix.classes().size();
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of("true \\ predicted"));
        heads.addAll(matrix.classes());
        heads.add("recall");
        rows.add(heads);
        for (int i = 0; i < n; i++) {
            List<String> row = new ArrayList<>(List.of(matrix.classes().get(i)));
            for (int j = 0; j < n; j++) {
                row.add(Numbers.count(matrix.count(i, j)));
            }
            row.add(recall(matrix, i));
            rows.add(row);
        }
        String text = align(rows) + "\naccuracy " + Numbers.metric(matrix.accuracy());
        List<ConfusionMatrix.Confusion> mistakes = matrix.mostConfused(LISTED);
        return mistakes.isEmpty()
                ? text
                : text
                        + "\nmost confused (true -> predicted): "
                        + mistakes.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** The recall of a class for people, a dash for a class without examples. */
    static String recall(ConfusionMatrix matrix, int truth) {
        double recall = matrix.recall(truth);
        return Double.isNaN(recall) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * recall);
    }

    private static String align(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width =
                        rows.stream().mapToInt(r -> Words.columns(r.get(column))).max().orElse(0);
                line.append(i == 0 ? "" : "  ").append(Words.pad(row.get(i), width, i > 0));
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }
}
