package dev.lungo.chart;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** A confusion matrix as a heat map, with the most frequent mistakes beside or below. */
final class ConfusionPicture {
    private static final double MARGIN = 20;
    private static final double TOP = 56;
    private static final double LONGEST_NAME = 130;
    private static final double RECALL = 64;
    private static final double LIST_WIDTH = 230;
    private static final double LINE = 20;
    private static final double WIDEST = 860;
    private static final int LISTED = 8;

    /** Hits go to blue, mistakes to orange. */
    private static final int[] HIT = {0x00, 0x5a, 0x96};

    private static final int[] MISTAKE = {0xb8, 0x45, 0x00};

    private final ConfusionMatrix matrix;
    private final int n;
    private final double cell;
    private final double rowNames;
    private final boolean upright;
    private final double columnNames;

    private ConfusionPicture(ConfusionMatrix matrix) {
        this.matrix = matrix;
        this.n = matrix.classes().size();
        this.cell = cell();
        double longest =
                matrix.classes().stream().mapToDouble(c -> Words.width(c, 12)).max().orElseThrow();
        this.rowNames = Math.ceil(Math.min(LONGEST_NAME, longest)) + 8;
        this.upright = longest > cell - 4;
        this.columnNames = upright ? rowNames + 2 : 18;
    }

    static String of(ConfusionMatrix matrix) {
        return new ConfusionPicture(matrix).draw();
    }

    /** Cells shrink as classes grow in number, but never below what the longest count needs. */
    private double cell() {
        double longest =
                IntStream.range(0, n)
                        .mapToDouble(i -> Words.width(Numbers.count(matrix.total(i)), 11))
                        .max()
                        .orElseThrow();
        return Math.ceil(Math.max(longest + 6, Math.max(26, Math.min(46, 480.0 / n))));
    }

    private String draw() {
        List<ConfusionMatrix.Confusion> mistakes = matrix.mostConfused(LISTED);
        double left = MARGIN + 18 + rowNames;
        double side = n * cell;
        double mapWidth = left + side + RECALL + MARGIN;
        double mapHeight = TOP + side + columnNames + 20 + MARGIN;
        boolean beside = mapWidth + LIST_WIDTH <= WIDEST;
        double listHeight = mistakes.isEmpty() ? 0 : (listed(mistakes).size() + 1) * LINE + 8;
        double width = Math.max(mapWidth + (beside ? LIST_WIDTH : 0), LIST_WIDTH + 2 * MARGIN);
        double height =
                beside ? Math.max(mapHeight, TOP + listHeight + MARGIN) : mapHeight + listHeight;
        var svg = new Svg(width, height, "confusion matrix, " + title());
        svg.text(MARGIN, 28, title(), "font-size=15", "font-weight=bold", "fill=" + Svg.INK);
        cells(svg, left);
        names(svg, left);
        if (!mistakes.isEmpty()) {
            mistakes(svg, beside ? mapWidth : MARGIN, beside ? TOP : mapHeight, mistakes);
        }
        return svg.end();
    }

    private String title() {
        return "accuracy " + Numbers.metric(matrix.accuracy());
    }

    private void cells(Svg svg, double left) {
        svg.rect(left, TOP, n * cell, n * cell, 0, "#f6f6f6");
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (matrix.count(i, j) > 0) {
                    svg.path(
                            square(left + j * cell, TOP + i * cell),
                            "fill=" + colour(i == j ? HIT : MISTAKE, shade(i, j)));
                }
            }
        }
        lines(svg, left);
        counts(svg, left, "#b0b7bf", (i, j) -> matrix.count(i, j) == 0);
        counts(svg, left, "#ffffff", (i, j) -> shade(i, j) > 0.55);
        counts(svg, left, Svg.INK, (i, j) -> matrix.count(i, j) > 0 && shade(i, j) <= 0.55);
    }

    /**
     * How strong a cell's colour is: its share of the row, with rare mistakes lifted to be seen.
     */
    private double shade(int i, int j) {
        double share = (double) matrix.count(i, j) / Math.max(1, matrix.total(i));
        return i == j ? share : Math.cbrt(share);
    }

    private String square(double x, double y) {
        String side = Svg.number(cell);
        return "M" + Svg.number(x) + " " + Svg.number(y) + "h" + side + "v" + side + "h-" + side;
    }

    /** White lines between the cells. */
    private void lines(Svg svg, double left) {
        var path = new StringBuilder();
        String side = Svg.number(n * cell);
        for (int i = 1; i < n; i++) {
            String across = Svg.number(left) + " " + Svg.number(TOP + i * cell) + "h" + side;
            String down = Svg.number(left + i * cell) + " " + Svg.number(TOP) + "v" + side;
            path.append("M").append(across).append("M").append(down);
        }
        svg.path(path.toString(), "stroke=#ffffff");
    }

    /** Writes the counts of some cells, grouped by colour to keep the picture small. */
    private void counts(Svg svg, double left, String colour, BiPredicate<Integer, Integer> which) {
        svg.group(
                () -> counts(svg, left, which),
                "text-anchor=middle",
                "font-size=11",
                "fill=" + colour);
    }

    private void counts(Svg svg, double left, BiPredicate<Integer, Integer> which) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (which.test(i, j)) {
                    svg.text(
                            left + (j + 0.5) * cell,
                            TOP + (i + 0.5) * cell + 4,
                            Numbers.count(matrix.count(i, j)));
                }
            }
        }
    }

    private static String colour(int[] full, double share) {
        int[] mixed =
                IntStream.range(0, 3)
                        .map(i -> (int) Math.round(0xf6 + (full[i] - 0xf6) * share))
                        .toArray();
        return String.format("#%02x%02x%02x", mixed[0], mixed[1], mixed[2]);
    }

    private void names(Svg svg, double left) {
        double side = n * cell;
        svg.text(
                left + side + RECALL - 6,
                TOP - 8,
                "recall",
                "text-anchor=end",
                "fill=" + Svg.MUTED);
        for (int i = 0; i < n; i++) {
            double middle = (i + 0.5) * cell;
            String name = Words.cut(matrix.classes().get(i), LONGEST_NAME, 12);
            svg.text(left - 8, TOP + middle + 4, name, "text-anchor=end", "fill=" + Svg.INK);
            svg.text(
                    left + side + RECALL - 6,
                    TOP + middle + 4,
                    ConfusionText.recall(matrix, i),
                    "text-anchor=end",
                    "fill=" + Svg.MUTED);
            columnName(svg, left + middle, TOP + side, name);
        }
        svg.text(
                left + side / 2,
                TOP + side + columnNames + 18,
                "predicted",
                "text-anchor=middle",
                "fill=" + Svg.MUTED);
        double y = TOP + side / 2;
        svg.text(
                MARGIN + 8,
                y,
                "true",
                "text-anchor=middle",
                "fill=" + Svg.MUTED,
                "transform=" + "rotate(-90 " + Svg.number(MARGIN + 8) + " " + Svg.number(y) + ")");
    }

    private void columnName(Svg svg, double x, double bottom, String name) {
        if (upright) {
            svg.text(
                    x + 4,
                    bottom + 8,
                    name,
                    "text-anchor=end",
                    "fill=" + Svg.INK,
                    "transform="
                            + "rotate(-90 "
                            + Svg.number(x + 4)
                            + " "
                            + Svg.number(bottom + 8)
                            + ")");
        } else {
            svg.text(x, bottom + 15, name, "text-anchor=middle", "fill=" + Svg.INK);
        }
    }

    private static void mistakes(
            Svg svg, double x, double top, List<ConfusionMatrix.Confusion> mistakes) {
        svg.text(
                x,
                top + 12,
                "most confused (true -> predicted)",
                "font-weight=bold",
                "fill=" + Svg.INK);
        double y = top + 12 + LINE;
        for (String line : listed(mistakes)) {
            svg.text(x, y, line, "fill=" + Svg.INK);
            y += LINE;
        }
    }

    private static List<String> listed(List<ConfusionMatrix.Confusion> mistakes) {
        return mistakes.stream()
                .flatMap(
                        mistake -> Words.wrap(mistake.toString(), LIST_WIDTH - MARGIN, 12).stream())
                .toList();
    }
}
