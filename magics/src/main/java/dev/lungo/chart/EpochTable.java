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

    private final TrainingCard card;
    private final List<String> names;
    private final int done;
    private final int rows;

    EpochTable(TrainingCard card) {
        this.card = card;
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
        return ROW * (rows + 1) + (foot ? ROW : 0) + 4;
    }

    void draw(Svg svg, double x, double y, double width) {
        List<String> shown = names.subList(0, Math.min(MOST_COLUMNS, names.size()));
        double column = (width - FIRST) / (shown.size() + 1);
        List<String> heads = new ArrayList<>(List.of("epoch"));
        heads.addAll(shown);
        heads.add("time");
        row(svg, x, y, column, heads, Svg.MUTED, "bold");
        svg.path(
                "M" + Svg.number(x) + " " + Svg.number(y + ROW) + "h" + Svg.number(width),
                "stroke=#d0d7de");
        double top = y + ROW + 2;
        int best = best();
        int first = Math.max(1, done + (running() ? 1 : 0) - rows + 1);
        for (int epoch = first; epoch <= done; epoch++) {
            if (epoch == best) {
                svg.rect(x, top, width, ROW, 3, "#ddf4e4");
            }
            row(svg, x, top, column, cells(shown, epoch), Svg.INK, "normal");
            top += ROW;
        }
        if (running()) {
            row(svg, x, top, column, runningCells(shown), Svg.MUTED, "normal");
        }
        svg.text(x, y + height() - 8, bestLine(), "fill=" + Svg.MUTED);
    }

    private static void row(
            Svg svg,
            double x,
            double y,
            double column,
            List<String> cells,
            String colour,
            String weight) {
        for (int i = 0; i < cells.size(); i++) {
            svg.text(
                    x + FIRST + column * i - 8,
                    y + 14,
                    Words.cut(cells.get(i), column - 12, 12),
                    "text-anchor=end",
                    "fill=" + colour,
                    "font-weight=" + weight);
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
