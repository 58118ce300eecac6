package dev.lungo.chart;

import dev.lungo.chart.TrainingCard.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A training card as a picture: title, bar, two panels, table of epochs, engine. */
final class TrainingPicture {
    private static final double WIDTH = 720;
    private static final double MARGIN = 20;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double PANEL_TOP = 76;
    private static final double PANEL_HEIGHT = 190;
    private static final double TABLE_TOP = PANEL_TOP + PANEL_HEIGHT + 12;

    private final TrainingCard card;
    private final EpochTable table;
    private final List<String> foot;
    private final double height;
    private final Svg svg;

    private TrainingPicture(TrainingCard card) {
        this.card = card;
        this.table = new EpochTable(card, INNER);
        this.foot = foot(card);
        this.height = TABLE_TOP + table.height() + 10 + 18 * foot.size() + 8;
        this.svg = new Svg(WIDTH, height, TrainingTitle.of(card));
    }

    static String of(TrainingCard card) {
        return new TrainingPicture(card).draw();
    }

    private String draw() {
        title();
        bar();
        panels();
        table.draw(svg, MARGIN, TABLE_TOP);
        foot();
        return svg.end();
    }

    private void title() {
        svg.text(
                MARGIN,
                32,
                TrainingTitle.of(card),
                "font-size=16",
                "font-weight=bold",
                "fill=" + Svg.INK);
        svg.text(WIDTH - MARGIN, 32, speed(), "text-anchor=end", "fill=" + Svg.MUTED);
    }

    private String speed() {
        List<String> parts = new ArrayList<>();
        if (card.step() > 0) {
            parts.add("step " + Numbers.count(card.step()) + " of " + Numbers.count(card.steps()));
        }
        examplesPerSecond()
                .ifPresent(rate -> parts.add(Numbers.count(Math.round(rate)) + " examples/s"));
        return String.join(", ", parts);
    }

    private Optional<Double> examplesPerSecond() {
        int done = card.seconds().size();
        double seconds =
                card.step() > 0 || done == 0 ? card.elapsed() : card.seconds().get(done - 1);
        double share = card.step() > 0 || done == 0 ? (double) card.step() / card.steps() : 1;
        double rate = card.examples() * share / seconds;
        return rate > 0 && Double.isFinite(rate) ? Optional.of(rate) : Optional.empty();
    }

    private void bar() {
        double share = TrainingTitle.share(card);
        svg.rect(MARGIN, 46, INNER, 8, 4, Svg.GRID);
        if (share > 0) {
            svg.rect(MARGIN, 46, Math.max(8, INNER * share), 8, 4, colour());
        }
    }

    private String colour() {
        return switch (card.status()) {
            case RUNNING -> Svg.BLUE;
            case FINISHED -> "#1a7f37";
            case STOPPED -> "#bf8700";
            case FAILED -> "#cf222e";
        };
    }

    private void panels() {
        Optional<String> metric = metric();
        double width = metric.isPresent() ? (INNER - 24) / 2 : INNER;
        panel("loss").draw(svg, MARGIN, PANEL_TOP, width, PANEL_HEIGHT);
        metric.ifPresent(
                name -> panel(name).draw(svg, MARGIN + width + 24, PANEL_TOP, width, PANEL_HEIGHT));
    }

    /** The first value that is not a loss: it gets the second panel. */
    private Optional<String> metric() {
        return table.names().stream()
                .filter(name -> !name.endsWith("loss") && !name.startsWith("val_"))
                .findFirst();
    }

    private Panel panel(String name) {
        boolean running = card.status() == Status.RUNNING;
        int done = card.seconds().size();
        return new Panel(
                name,
                card.values().getOrDefault(name, List.of()),
                card.values().getOrDefault("val_" + name, List.of()),
                running ? card.running().getOrDefault(name, Double.NaN) : Double.NaN,
                done + (double) card.step() / card.steps(),
                running ? card.epochs() : Math.max(1, done));
    }

    private static List<String> foot(TrainingCard card) {
        List<String> lines = new ArrayList<>();
        for (String note : card.notes()) {
            lines.addAll(Words.wrap(note, INNER, 12));
        }
        if (!card.engine().isEmpty()) {
            lines.addAll(Words.wrap(card.engine(), INNER, 12));
        }
        return lines;
    }

    private void foot() {
        double y = TABLE_TOP + table.height() + 20;
        for (String line : foot) {
            svg.text(MARGIN, y, line, "fill=" + Svg.MUTED);
            y += 18;
        }
    }
}
