package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.callback.Epoch;
import dev.lungo.callback.Monitor;
import dev.lungo.chart.LineChart;
import dev.lungo.chart.TableCard;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What training measured, epoch by epoch.
 *
 * <pre>{@code
 * var history = model.fit(mnist().train(), f -> f.epochs(5));
 * history.values("loss")       // [0.1486, 0.0464, ...]
 * history.plot("accuracy")
 * }</pre>
 *
 * @param epochs the finished epochs, in order
 */
public record History(List<Epoch> epochs) implements Rich {
    public History {
        epochs = List.copyOf(epochs);
    }

    /**
     * The names of what was measured, in the order of Keras' log: loss, accuracy, val_loss,
     * val_accuracy.
     */
    public List<String> names() {
        return epochs.isEmpty() ? List.of() : List.copyOf(epochs.get(0).values().keySet());
    }

    /**
     * One figure over the epochs.
     *
     * @throws LungoException if nothing of that name was measured; the message lists the names
     */
    public List<Double> values(String name) {
        requireKnown(name);
        return epochs.stream().map(epoch -> epoch.value(name)).toList();
    }

    /** The epoch in which a figure was best: lowest for a loss or an error, else highest. */
    public Epoch best(String name) {
        requireKnown(name);
        Comparator<Epoch> byValue = Comparator.comparingDouble(epoch -> epoch.value(name));
        return epochs.stream()
                .filter(epoch -> !Double.isNaN(epoch.value(name)))
                .max(Monitor.of(name).lowest() ? byValue.reversed() : byValue)
                .orElse(epochs.get(0));
    }

    /**
     * The curve of {@code loss}, with validation where there was one, and of the loss of each
     * output where a model has several.
     */
    public LineChart plot() {
        LineChart chart = plot("loss");
        for (String name : names()) {
            if (name.endsWith("_loss") && !name.startsWith("val_")) {
                chart = chart.line(name, values(name));
            }
        }
        return chart;
    }

    /** The curve of one figure, with its validation where there was one. */
    public LineChart plot(String name) {
        List<Double> training = values(name);
        LineChart chart =
                LineChart.of(name + " by epoch").x("epoch").y(name).line("training", training);
        return names().contains("val_" + name)
                ? chart.dashed("validation", values("val_" + name))
                : chart;
    }

    /** All figures, a row for each epoch. */
    public TableCard table() {
        List<String> heads = new ArrayList<>(List.of("epoch"));
        heads.addAll(names());
        heads.add("seconds");
        TableCard table = TableCard.of(heads.toArray(String[]::new)).right(heads.size() - 1);
        for (Epoch epoch : epochs) {
            List<Object> cells = new ArrayList<>(List.of(epoch.number()));
            names().forEach(name -> cells.add(epoch.value(name)));
            cells.add(String.format(Locale.ROOT, "%.1f", epoch.seconds()));
            table = table.row(cells.toArray());
        }
        return table;
    }

    /** Writes all figures to a file, with the columns of Keras' CSVLogger and epochs from 0. */
    public void csv(String file) {
        EpochCsv.write(Path.of(file), epochs, names());
    }

    @Override
    public Bundle bundle() {
        return table().bundle();
    }

    /** One line: how many epochs, and where each figure ended; {@link #table} has all of it. */
    @Override
    public String toString() {
        if (epochs.isEmpty()) {
            return "History: no epochs";
        }
        Epoch last = epochs.get(epochs.size() - 1);
        String figures =
                names().stream()
                        .map(name -> String.format(Locale.ROOT, "%s %.4f", name, last.value(name)))
                        .collect(Collectors.joining(", "));
        return "History: %d %s, %s"
                .formatted(epochs.size(), epochs.size() == 1 ? "epoch" : "epochs", figures);
    }

    private void requireKnown(String name) {
        if (!names().contains(name)) {
            throw LungoException.badInput(
                    "The history has no figure of this name.",
                    "\"" + name + "\"",
                    names().isEmpty() ? "no epoch has finished yet" : "one of " + names(),
                    name.startsWith("val_")
                            ? "give fit data to validate on: f.validation(data)."
                            : "use one of these names, or add a metric to compile(...).");
        }
    }
}
