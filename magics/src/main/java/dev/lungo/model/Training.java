package dev.lungo.model;

import dev.lungo.callback.Batch;
import dev.lungo.callback.Epoch;
import dev.lungo.chart.TrainingCard;
import dev.lungo.data.Dataset;
import dev.lungo.data.Shuffle;
import dev.lungo.engine.Network;
import dev.lungo.optim.Schedule;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The training loop, above whatever engine computes, which is called for many batches at a time.
 */
final class Training {
    private static final String NAN = "the loss is not a number";

    private final Network network;
    private final FitOptions options;
    private final Meanings meanings;
    private final Schedule rate;
    private final Learned learned;
    private final Shuffle shuffle;
    private final Pace pace;
    private TrainingCard card;
    private Optional<Map<String, float[]>> sound = Optional.empty();

    /**
     * A training that has not begun.
     *
     * @param rate the learning rate of each step since the optimizer was chosen
     * @param learned where finished epochs and steps are counted
     * @param stepByStep whether there is nothing to gain from many batches in a call
     */
    Training(
            Network network,
            FitOptions options,
            Meanings meanings,
            Schedule rate,
            Learned learned,
            Shuffle shuffle,
            Threads threads,
            TrainingCard card,
            boolean stepByStep) {
        this.network = network;
        this.options = options;
        this.meanings = meanings;
        this.rate = rate;
        this.learned = learned;
        this.shuffle = shuffle;
        this.pace = new Pace(network, threads, stepByStep || !options.batchCallbacks().isEmpty());
        this.card = card;
    }

    /**
     * Runs this many epochs; finished ones are added to the history as they come, so that nothing
     * is lost on the way.
     */
    void run(int epochs, Dataset data, Optional<Dataset> validated, AfterEpochs after) {
        try (TrainingDisplay display = TrainingDisplay.of(options);
                Network.Examples examples =
                        network.place(data.inputs(), data.targets(), data.weights());
                Validation validation = Validation.of(network, validated)) {
            try {
                Optional<String> end = Optional.empty();
                for (int i = 0; i < epochs && end.isEmpty(); i++) {
                    int number = learned.epochs().size() + 1;
                    Epoch epoch = epoch(number, data, examples, validation, display);
                    learned.epochs().add(epoch);
                    card = card.epochDone(epoch.seconds(), epoch.values());
                    hintOnNaN(epoch);
                    display.show(card);
                    end = after.after(epoch);
                    if (i + 1 < epochs && end.isEmpty()) {
                        stopIfInterrupted(number + 1, 0);
                    }
                }
                display.show(end.map(card::stopped).orElseGet(card::finished));
            } catch (NotANumber e) {
                display.show(card.stopped(e.getMessage()));
                sound = Optional.of(e.weights);
            } catch (TrainingStopped e) {
                display.show(card.stopped(e.getMessage()));
                throw e;
            } catch (RuntimeException | Error e) {
                display.show(card.failed(e.toString()));
                throw e;
            } finally {
                pace.finish();
            }
        }
    }

    /** The weights to go back to, if this training ended on a loss that is not a number. */
    Optional<Map<String, float[]>> sound() {
        return sound;
    }

    private Epoch epoch(
            int number,
            Dataset data,
            Network.Examples examples,
            Validation validation,
            TrainingDisplay display) {
        long start = System.nanoTime();
        int size = data.size();
        int[] order = shuffle.order(size, number, options.shuffle());
        network.seed(shuffle.seed(number));
        Optional<Map<String, float[]>> first =
                options.endsOnNaN() ? Optional.of(network.weights()) : Optional.empty();
        int batch = options.batchSize();
        Score score = new Score(meanings);
        for (int seen = 0; seen < size; ) {
            int end = (int) Math.min(size, seen + (long) pace.batches() * batch);
            int[] rows = Arrays.copyOfRange(order, seen, end);
            double[] rates = rates((rows.length + batch - 1) / batch);
            pace.begin();
            Network.Steps steps = network.train(examples, rows, batch, rates, score.wantsOutputs());
            pace.end(rates.length);
            learned.stepped(rates.length);
            seen = end;
            score.addLoss(steps.loss(), steps.parts(), rows.length);
            if (score.wantsOutputs()) {
                score.addLearning(steps.outputs(), data.targets().pick(rows));
            }
            int done = (seen + batch - 1) / batch;
            Map<String, Double> soFar = score.values("");
            card = card.at(done, seconds(start), soFar);
            display.show(card);
            if (Double.isNaN(steps.loss()) && first.isPresent()) {
                throw new NotANumber(number, first.get());
            }
            batchDone(new Batch(number, done, card.steps(), soFar));
            if (seen < size) {
                stopIfInterrupted(number, done);
            }
        }
        Map<String, Double> values = score.values("");
        validation.measure(meanings, values, () -> stopIfInterrupted(number, card.steps()));
        return new Epoch(number, values, seconds(start));
    }

    /** The user's code after each batch. */
    private void batchDone(Batch batch) {
        for (int i = 0; i < options.batchCallbacks().size(); i++) {
            try {
                options.batchCallbacks().get(i).batchEnd(batch);
            } catch (TrainingStopped e) {
                throw e;
            } catch (RuntimeException e) {
                throw new CallbackException(
                        "callback " + (i + 1) + " (onBatch)",
                        "batch " + batch.number() + " of epoch " + batch.epoch(),
                        e);
            }
        }
    }

    private void hintOnNaN(Epoch epoch) {
        boolean first = card.notes().stream().noneMatch(note -> note.startsWith(NAN));
        if (Double.isNaN(epoch.value("loss")) && first) {
            card =
                    card.note(
                            NAN
                                    + " since epoch "
                                    + epoch.number()
                                    + ": try a smaller learning rate or clipNorm(1.0), and look for"
                                    + " NaN in the data; f.terminateOnNaN() ends such a training");
        }
    }

    private double[] rates(int batches) {
        long next = learned.steps();
        return LongStream.range(next, next + batches)
                .mapToDouble(step -> rate.rate(step) * learned.rateFactor())
                .toArray();
    }

    private void stopIfInterrupted(int epoch, int batches) {
        if (Thread.interrupted()) {
            throw new TrainingStopped(
                    "fit was stopped in epoch %d, after %d of %d batches. The model keeps what it learned; fit again continues."
                            .formatted(epoch, batches, card.steps()));
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** The loss became NaN, and the user wants to stop then. */
    static final class NotANumber extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** The weights that the epoch began with. */
        private final transient Map<String, float[]> weights;

        NotANumber(int epoch, Map<String, float[]> weights) {
            super(
                    "stopped in epoch "
                            + epoch
                            + ": "
                            + NAN
                            + "; the model has the weights that this epoch began with. Try a"
                            + " smaller learning rate or clipNorm(1.0)");
            this.weights = weights;
        }
    }
}
