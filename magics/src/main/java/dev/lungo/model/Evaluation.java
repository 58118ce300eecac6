package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.chart.ConfusionMatrix;
import dev.lungo.chart.ImageGrid;
import dev.lungo.data.ByteValues;
import dev.lungo.data.Dataset;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How well a model does on examples it did not learn from.
 *
 * <pre>{@code
 * var result = model.evaluate(mnist().test());
 * result.accuracy()      // 0.9891
 * result.confusion()     // what was taken for what
 * result.mistakes(10)    // the ten it was surest of, and wrong
 * }</pre>
 */
public final class Evaluation {
    private final Dataset examples;
    private final Predictions predictions;
    private final float[] losses;

    Evaluation(Dataset examples, Predictions predictions, float[] losses) {
        this.examples = examples;
        this.predictions = predictions;
        this.losses = losses;
    }

    /** The mean loss. */
    public double loss() {
        return IntStream.range(0, losses.length).mapToDouble(i -> losses[i]).sum() / losses.length;
    }

    /** The share of examples whose most probable class is the right one, from 0 to 1. */
    public double accuracy() {
        return (double) IntStream.range(0, losses.length).filter(this::isRight).count()
                / losses.length;
    }

    /** What the model said about each example. */
    public Predictions predictions() {
        return predictions;
    }

    /** How often each class was taken for each other one. */
    public ConfusionMatrix confusion() {
        int classes = examples.classNames().size();
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < losses.length; i++) {
            counts[examples.label(i)][predictions.label(i)]++;
        }
        return ConfusionMatrix.of(counts, examples.classNames());
    }

    /**
     * The {@code n} worst mistakes as pictures: the model was surest of them, and wrong.
     *
     * @throws LungoException if the examples are not pictures
     */
    public ImageGrid mistakes(int n) {
        if (!(examples.inputs() instanceof ByteValues) || examples.shape().rank() != 3) {
            throw LungoException.badInput(
                    "mistakes(n) shows pictures.",
                    examples,
                    "a data set of images",
                    "use predictions() to list what was said about each example.");
        }
        ImageGrid grid =
                ImageGrid.of(
                        examples.shape().size(0),
                        examples.shape().size(1),
                        examples.shape().size(2));
        for (int i : worst(n)) {
            grid =
                    grid.add(
                            examples.example(i),
                            "true " + examples.className(i) + ", said " + predictions.className(i),
                            String.format(
                                    Locale.ROOT, "%.1f %% sure", 100 * predictions.probability(i)));
        }
        return grid;
    }

    private int[] worst(int n) {
        return IntStream.range(0, losses.length)
                .filter(i -> !isRight(i))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -losses[i]))
                .limit(n)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean isRight(int example) {
        return predictions.label(example) == examples.label(example);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "loss %.4f, accuracy %.4f on %,d examples",
                loss(),
                accuracy(),
                losses.length);
    }
}
