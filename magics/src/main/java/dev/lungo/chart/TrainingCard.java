package dev.lungo.chart;

import dev.lungo.LungoException;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a training looks like at one moment.
 *
 * <p>A card never changes: each method returns the next one, and the loop shows it in place of the
 * last.
 *
 * <pre>{@code
 * var card = TrainingCard.of(5, 1875).examples(60_000).engine("PyTorch 2.7.1, CPU, 2 threads");
 * card = card.at(400, 2.4, Map.of("loss", 0.31));
 * card = card.epochDone(11.2, Map.of("loss", 0.18, "val_loss", 0.05));
 * card = card.finished();
 * }</pre>
 *
 * @param epochs how many epochs the training has in all
 * @param steps how many batches an epoch has
 * @param step how many batches of the current epoch are done
 * @param elapsed seconds since the current epoch began
 * @param running values of the current epoch so far, by name
 * @param values values of each finished epoch by name, for example loss, accuracy, val_loss; NaN
 *     where an epoch had no such value
 * @param seconds how long each finished epoch took
 * @param examples how many examples an epoch has, or 0 when that is not to be shown
 * @param engine what computes, for example {@code PyTorch 2.7.1, CPU, 2 threads}
 * @param notes lines to show below the card
 * @param status where the training stands
 */
public record TrainingCard(
        int epochs,
        int steps,
        int step,
        double elapsed,
        Map<String, Double> running,
        Map<String, List<Double>> values,
        List<Double> seconds,
        int examples,
        String engine,
        List<String> notes,
        Status status)
        implements Rich {
    /** Where a training stands. */
    public enum Status {
        /** Batches are being trained. */
        RUNNING,
        /** All epochs are done. */
        FINISHED,
        /** Ended before its last epoch, on request or by a callback; the model is usable. */
        STOPPED,
        /** Ended by an error, which the last note tells. */
        FAILED
    }

    public TrainingCard {
        if (epochs < 1 || steps < 1) {
            throw LungoException.badInput(
                    "A training card counts epochs and their steps.",
                    epochs + " epochs of " + steps + " steps",
                    "1 or more of each",
                    "train at least one batch.");
        }
        running = Collections.unmodifiableMap(new LinkedHashMap<>(running));
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        values.forEach((name, list) -> lists.put(name, List.copyOf(list)));
        values = Collections.unmodifiableMap(lists);
        seconds = List.copyOf(seconds);
        notes = List.copyOf(notes);
    }

    /** A card before the first batch. */
    public static TrainingCard of(int epochs, int steps) {
        return new TrainingCard(
                epochs,
                steps,
                0,
                0,
                Map.of(),
                Map.of(),
                List.of(),
                0,
                "",
                List.of(),
                Status.RUNNING);
    }

    /** A copy that says how many examples an epoch has, to show examples a second. */
    public TrainingCard examples(int examples) {
        return new TrainingCard(
                epochs, steps, step, elapsed, running, values, seconds, examples, engine, notes,
                status);
    }

    /** A copy that names what computes: {@code PyTorch 2.7.1, CPU, 2 threads}. */
    public TrainingCard engine(String engine) {
        return new TrainingCard(
                epochs, steps, step, elapsed, running, values, seconds, examples, engine, notes,
                status);
    }

    /** A copy with one more line below, for example {@code continuing from epoch 5}. */
    public TrainingCard note(String line) {
        return new TrainingCard(
                epochs,
                steps,
                step,
                elapsed,
                running,
                values,
                seconds,
                examples,
                engine,
                plus(notes, line),
                status);
    }

    /**
     * The card after {@code step} batches of the current epoch.
     *
     * @param step batches done, 0 to {@code steps}
     * @param seconds seconds since this epoch began
     * @param running mean values of this epoch so far, by name
     */
    public TrainingCard at(int step, double seconds, Map<String, Double> running) {
        return new TrainingCard(
                epochs,
                steps,
                step,
                seconds,
                running,
                values,
                this.seconds,
                examples,
                engine,
                notes,
                status);
    }

    /**
     * The card after the current epoch, validation included.
     *
     * @param seconds how long the epoch took
     * @param epoch the values of this epoch by name, in the order of the table's columns
     */
    public TrainingCard epochDone(double seconds, Map<String, Double> epoch) {
        int before = this.seconds.size();
        Map<String, List<Double>> all = new LinkedHashMap<>(values);
        epoch.keySet()
                .forEach(name -> all.putIfAbsent(name, Collections.nCopies(before, Double.NaN)));
        all.replaceAll((name, list) -> plus(list, epoch.getOrDefault(name, Double.NaN)));
        return new TrainingCard(
                epochs,
                steps,
                0,
                0,
                Map.of(),
                all,
                plus(this.seconds, seconds),
                examples,
                engine,
                notes,
                status);
    }

    /** The last card of a training that did all its epochs. */
    public TrainingCard finished() {
        return status(Status.FINISHED);
    }

    /** The last card of a training that ended early, with the reason as a note. */
    public TrainingCard stopped(String why) {
        return note(why).status(Status.STOPPED);
    }

    /** The last card of a training that an error ended, with the error as a note. */
    public TrainingCard failed(String why) {
        return note(why).status(Status.FAILED);
    }

    /** The epoch now running, or the last one that ran, counted from 1. */
    public int epoch() {
        boolean between = step == 0 && status == Status.STOPPED && !seconds.isEmpty();
        return Math.min(between ? seconds.size() : seconds.size() + 1, epochs);
    }

    /**
     * The two lines that Keras prints for one epoch, finished or running.
     *
     * @param epoch which epoch, counted from 1
     */
    public String lines(int epoch) {
        return TrainingText.epoch(this, epoch);
    }

    @Override
    public Bundle bundle() {
        return Bundle.svg(TrainingPicture.of(this), TrainingText.of(this));
    }

    @Override
    public String toString() {
        return TrainingText.of(this);
    }

    private TrainingCard status(Status status) {
        return new TrainingCard(
                epochs, steps, step, elapsed, running, values, seconds, examples, engine, notes,
                status);
    }

    private static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
