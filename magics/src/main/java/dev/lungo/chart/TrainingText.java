package dev.lungo.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A training card as text: two lines an epoch, in the form that Keras prints. */
final class TrainingText {
    private static final int BAR = 20;

    private TrainingText() {}

    /** All epochs so far; the last line is the current epoch, or why the training ended. */
    static String of(TrainingCard card) {
        List<String> lines = new ArrayList<>();
        if (!card.engine().isEmpty()) {
            lines.add(card.engine());
        }
        boolean ended = TrainingTitle.endedEarly(card);
        int ownLines = ended ? card.notes().size() - 1 : card.notes().size();
        lines.addAll(card.notes().subList(0, ownLines));
        int begun = card.seconds().size() + (card.step() > 0 ? 1 : 0);
        for (int epoch = 1; epoch <= begun; epoch++) {
            lines.add(epoch(card, epoch));
        }
        if (ended) {
            lines.add(TrainingTitle.of(card) + ": " + card.notes().get(ownLines));
        } else if (begun == 0) {
            lines.add(TrainingTitle.of(card));
        }
        return String.join("\n", lines);
    }

    /** The two lines of one epoch, finished or running, counted from 1. */
    static String epoch(TrainingCard card, int epoch) {
        boolean done = epoch <= card.seconds().size();
        int step = done ? card.steps() : card.step();
        double spent = done ? card.seconds().get(epoch - 1) : card.elapsed();
        double perStep = step == 0 ? 0 : spent / step;
        double shown = done ? spent : perStep * (card.steps() - step);
        String count = String.valueOf(card.steps());
        return "Epoch "
                + epoch
                + "/"
                + card.epochs()
                + "\n"
                + Words.pad(String.valueOf(step), count.length(), true)
                + "/"
                + count
                + " "
                + bar(step, card.steps())
                + " "
                + Math.round(shown)
                + "s "
                + perStep(perStep)
                + values(done ? valuesOf(card, epoch) : card.running());
    }

    private static String bar(int step, int steps) {
        int full = (int) ((long) BAR * step / steps);
        return "━".repeat(full) + "─".repeat(BAR - full);
    }

    private static String perStep(double seconds) {
        if (seconds >= 1) {
            return Math.round(seconds) + "s/step";
        }
        return seconds >= 1e-3
                ? Math.round(seconds * 1e3) + "ms/step"
                : Math.round(seconds * 1e6) + "us/step";
    }

    /** Values in alphabetical order as Keras has them, those of validation last. */
    private static String values(Map<String, Double> values) {
        Map<String, Double> ordered = new TreeMap<>();
        values.forEach((name, v) -> ordered.put((name.startsWith("val_") ? "1" : "0") + name, v));
        return ordered.entrySet().stream()
                .map(
                        e ->
                                String.format(
                                        Locale.ROOT,
                                        " - %s: %s",
                                        e.getKey().substring(1),
                                        Numbers.metric(e.getValue())))
                .collect(Collectors.joining());
    }

    private static Map<String, Double> valuesOf(TrainingCard card, int epoch) {
        return card.values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().get(epoch - 1)));
    }
}
