package dev.lungo.chart;

import dev.lungo.chart.TrainingCard.Status;
import java.util.ArrayList;
import java.util.List;

/** The last epochs of a training as rows of a picture, the best one marked. */
final class EpochTable {
    private static final int MOST_ROWS = 10;
    private static final int MOST_COLUMNS = 6;
    private static final double ROW = 20;
    private static final double FIRST = 56;
    private static final double HEAD_LINE = 14;

    private final TrainingCard card;
    private final double width;
    private final List<String> names;
    private final int done;
    private final int rows;

    EpochTable(TrainingCard card, double width) {
        this.card = card;
        this.width = width;
        this.names = List.copyOf((done(card) ? card.values() : card.running()).keySet());
        this.done = card.seconds().size();
        // room for all rows from the start, so that the page does not jump at each epoch
        int wanted = card.status() == Status.RUNNING ? card.epochs() : done + (running() ? 1 : 0);
        this.rows = Math.min(MOST_ROWS, Math.max(1, wanted));
    }

    private static boolean done(TrainingCard card) {
        return !card.seconds().isEmpty();
    }

    /** The columns' names, in order. */
    List<String> names() {
        return names;
    }

    double height() {
        boolean foot =
                !bestLine().isEmpty() || card.status() == Status.RUNNING && card.epochs() > 1;
        return head() + ROW * rows + (foot ? ROW : 0) + 4;
    }

    void draw(Svg svg, double x, double y) {
        double column = column();
        heads(svg, x, y);
        svg.path(
                "M" + Svg.number(x) + " " + Svg.number(y + head()) + "h" + Svg.number(width),
                "stroke=#d0d7de");
        List<String> shown = shown();
        double top = y + head() + 2;
        int best = best();
        int first = Math.max(1, done + (running() ? 1 : 0) - rows + 1);
        for (int epoch = first; epoch <= done; epoch++) {
            if (epoch == best) {
                svg.rect(x, top, width, ROW, 3, "#ddf4e4");
            }
            row(svg, x, top, column, cells(shown, epoch), Svg.INK);
            top += ROW;
        }
        if (running()) {
            row(svg, x, top, column, runningCells(shown), Svg.MUTED);
        }
        svg.text(x, y + height() - 8, bestLine(), "fill=" + Svg.MUTED);
    }

    private List<String> shown() {
        return names.subList(0, Math.min(MOST_COLUMNS, names.size()));
    }

    private double column() {
        return (width - FIRST) / (shown().size() + 1);
    }

    /** The names of the columns, each in as many lines as it needs. */
    private List<List<String>> heads() {
        List<String> all = new ArrayList<>(List.of("epoch"));
        all.addAll(shown());
        all.add("time");
        return all.stream().map(name -> Words.wrapName(name, column() - 5, 12)).toList();
    }

    private double head() {
        int lines = heads().stream().mapToInt(List::size).max().orElseThrow();
        return ROW + (lines - 1) * HEAD_LINE;
    }

    private void heads(Svg svg, double x, double y) {
        List<List<String>> heads = heads();
        for (int i = 0; i < heads.size(); i++) {
            List<String> lines = heads.get(i);
            double right = x + FIRST + column() * i - 8;
            double top = y + head() - ROW - (lines.size() - 1) * HEAD_LINE;
            Runnable name =
                    () -> {
                        for (int line = 0; line < lines.size(); line++) {
                            svg.text(
                                    right,
                                    top + 14 + line * HEAD_LINE,
                                    lines.get(line),
                                    "text-anchor=end",
                                    "fill=" + Svg.MUTED,
                                    "font-weight=bold");
                        }
                    };
            if (lines.size() == 1) {
                name.run();
            } else {
                svg.named(names.get(i - 1), name);
            }
        }
    }

    private static void row(
            Svg svg, double x, double y, double column, List<String> cells, String colour) {
        for (int i = 0; i < cells.size(); i++) {
            svg.text(
                    x + FIRST + column * i - 8,
                    y + 14,
                    Words.cut(cells.get(i), column - 12, 12),
                    "text-anchor=end",
                    "fill=" + colour);
        }
    }

    private List<String> cells(List<String> shown, int epoch) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(epoch)));
        shown.forEach(name -> cells.add(Numbers.metric(card.values().get(name).get(epoch - 1))));
        cells.add(Numbers.seconds(card.seconds().get(epoch - 1)));
        return cells;
    }

    private List<String> runningCells(List<String> shown) {
        List<String> cells = new ArrayList<>(List.of(card.epoch() + " …"));
        shown.forEach(
                name ->
                        cells.add(
                                card.running().containsKey(name)
                                        ? Numbers.metric(card.running().get(name))
                                        : ""));
        cells.add(Numbers.seconds(card.elapsed()));
        return cells;
    }

    private boolean running() {
        return card.step() > 0;
    }

    /** The epoch with the lowest validation loss, else training loss; 0 when there is none. */
    private int best() {
        List<Double> losses = losses();
        int best = 0;
        for (int i = 0; i < losses.size(); i++) {
            if (Double.isFinite(losses.get(i))
                    && (best == 0 || losses.get(i) < losses.get(best - 1))) {
                best = i + 1;
            }
        }
        return best;
    }

    private List<Double> losses() {
        return card.values().getOrDefault(lossName(), List.of());
    }

    private String lossName() {
        return card.values().containsKey("val_loss") ? "val_loss" : "loss";
    }

    private String bestLine() {
        List<String> parts = new ArrayList<>();
        if (best() > 0 && done > 1) {
            parts.add(
                    "best: epoch "
                            + best()
                            + ", "
                            + lossName()
                            + " "
                            + Numbers.metric(losses().get(best() - 1)));
        }
        if (names.size() > MOST_COLUMNS) {
            parts.add("also: " + String.join(", ", names.subList(MOST_COLUMNS, names.size())));
        }
        return Words.cut(String.join("; ", parts), 680, 12);
    }
}
