package dev.lungo.model;

import dev.lungo.callback.Epoch;
import dev.lungo.chart.TrainingCard;
import dev.lungo.data.Dataset;
import dev.lungo.engine.Network;
import dev.lungo.optim.Schedule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The training loop, above whatever engine computes.
 *
 * <p>The engine is called for many batches at a time, so long that calls cost nothing and so short
 * that an interrupt is seen soon and the picture moves: about 75 ms. The number of batches in a
 * call does not change a digit of the result.
 */
final class Training {
    private static final double CALL_SECONDS = 0.075;

    private final Network network;
    private final FitOptions options;
    private final Meaning meaning;
    private final Schedule rate;
    private final long seed;
    private final int firstEpoch;
    private final Threads threads;
    private int batchesPerCall = 1;
    private long steps;
    private TrainingCard card;

    /**
     * A training that has not begun.
     *
     * @param firstEpoch the number of its first epoch, counted from 1 since the model was made
     */
    Training(
            Network network,
            FitOptions options,
            Meaning meaning,
            Schedule rate,
            long seed,
            int firstEpoch,
            Threads threads,
            TrainingCard card) {
        this.network = network;
        this.options = options;
        this.meaning = meaning;
        this.rate = rate;
        this.seed = seed;
        this.firstEpoch = firstEpoch;
        this.threads = threads;
        this.card = card;
    }

    /**
     * Runs all epochs; finished ones are added to {@code history} as they come, so that nothing is
     * lost on the way.
     */
    void run(Dataset data, List<Epoch> history) {
        try (TrainingDisplay display = TrainingDisplay.of(options.isQuiet());
                Network.Examples examples =
                        network.place(data.inputs(), data.targets(), data.weights());
                Validation validation = Validation.of(network, options.validation())) {
            try {
                for (int i = 0; i < options.epochs(); i++) {
                    Epoch epoch = epoch(firstEpoch + i, data, examples, validation, display);
                    history.add(epoch);
                    card = card.epochDone(epoch.seconds(), epoch.values());
                    display.show(card);
                    options.callbacks().forEach(callback -> callback.epochEnd(epoch));
                }
                display.show(card.finished());
            } catch (TrainingStopped e) {
                display.show(card.stopped(e.getMessage()));
                throw e;
            } catch (RuntimeException | Error e) {
                display.show(card.failed(e.toString()));
                throw e;
            }
        }
    }

    private Epoch epoch(
            int number,
            Dataset data,
            Network.Examples examples,
            Validation validation,
            TrainingDisplay display) {
        long start = System.nanoTime();
        int size = data.size();
        int[] order = order(size, number);
        network.seed(mixed(number));
        int batch = options.batchSize();
        Score score = new Score(meaning.metrics());
        for (int seen = 0; seen < size; ) {
            int end = (int) Math.min(size, seen + (long) batchesPerCall * batch);
            network.threads(threads.count());
            long called = System.nanoTime();
            int[] rows = Arrays.copyOfRange(order, seen, end);
            double[] rates = rates((rows.length + batch - 1) / batch);
            Network.Steps steps = network.train(examples, rows, batch, rates, score.wantsOutputs());
            adapt(seconds(called), rates.length);
            seen = end;
            score.addLoss(steps.loss(), rows.length);
            if (score.wantsOutputs()) {
                score.add(meaning.learning(steps.outputs()), data.targets().pick(rows));
            }
            int done = (seen + batch - 1) / batch;
            card = card.at(done, seconds(start), score.values(""));
            display.show(card);
            stopIfInterrupted(number, done);
        }
        Map<String, Double> values = score.values("");
        validation.measure(meaning, values, () -> stopIfInterrupted(number, card.steps()));
        return new Epoch(number, values, seconds(start));
    }

    private double[] rates(int batches) {
        double[] rates = LongStream.range(steps, steps + batches).mapToDouble(rate::rate).toArray();
        steps += batches;
        return rates;
    }

    /** The first calls are slow, while the script is being compiled: grow by doubling. */
    private void adapt(double seconds, int batches) {
        threads.measured(seconds / batches);
        double fitting = CALL_SECONDS / Math.max(1e-6, seconds / batches);
        batchesPerCall = (int) Math.max(1, Math.min(fitting, 2.0 * batchesPerCall));
    }

    private int[] order(int size, int epoch) {
        int[] order = IntStream.range(0, size).toArray();
        if (options.shuffle()) {
            // Seed and epoch alone decide the order, so a later epoch can be repeated without the
            // ones before it.
            SplittableRandom random = new SplittableRandom(mixed(epoch));
            for (int i = size - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
        }
        return order;
    }

    /**
     * Seed and epoch alone decide what is random, so a later epoch can be repeated without the ones
     * before it.
     */
    private long mixed(int epoch) {
        return seed + 0x9E3779B97F4A7C15L * epoch;
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
}
