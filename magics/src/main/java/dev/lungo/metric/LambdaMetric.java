package dev.lungo.metric;

import dev.lungo.LungoException;
import dev.lungo.data.Labels;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Targets;
import dev.lungo.store.OwnCode;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.UserCode;
import java.util.function.BinaryOperator;

/**
 * A metric of your own: {@code metric("close", (prediction, target) ->
 * prediction.sub(target).abs().le(0.1))}.
 *
 * <p>The lambda is run for each batch, with what the model gives, probabilities where it gives
 * some, and the targets: class numbers as one number for each example, other targets in rows. Of a
 * sequence or picture of outputs each position is an example. It returns a number for each example,
 * or several, of which the mean over all examples counts; or one number for the whole batch, of
 * which the mean over the batches counts, by their sizes.
 *
 * @param name what it is called in the history and in files
 * @param function what it computes
 */
public record LambdaMetric(String name, BinaryOperator<Tensor> function)
        implements Metric, OwnCode {
    @Override
    public Tally begin() {
        return new Mean();
    }

    @Override
    public String written() {
        return "metric(\"" + name + "\", ...)";
    }

    @Override
    public String toString() {
        return written();
    }

    private final class Mean implements Tally {
        private double sum;
        private long count;

        @Override
        public void add(Outputs outputs, Targets targets) {
            int examples = outputs.size();
            if (examples == 0 || targets instanceof NoTargets) {
                return;
            }
            Shape rows = Shape.of(examples, outputs.width());
            Tensor prediction = Tensor.of(outputs.finished().clone(), rows);
            Tensor target = target(outputs, targets);
            Tensor given = UserCode.run("metric " + name, () -> function.apply(prediction, target));
            if (given.rank() > 0 && given.size(0) != examples) {
                throw LungoException.badInput(
                        "The metric " + name + " loses the batch.",
                        given.outline() + " for " + examples + " examples",
                        "a number for each example, or one for the whole batch",
                        "leave axis 0 alone, for example with mean(-1).");
            }
            double mean = 0;
            float[] values = given.values();
            for (float value : values) {
                mean += value / (double) values.length;
            }
            sum += mean * examples;
            count += examples;
        }

        @Override
        public double value() {
            return sum / count;
        }
    }

    /** A column minus a row would compare every example with every other: both are columns. */
    private static Tensor target(Outputs outputs, Targets targets) {
        int width = Truth.width(targets);
        float[] numbers = new float[outputs.size() * width];
        for (int n = 0; n < numbers.length; n++) {
            numbers[n] = Truth.number(targets, n / width, n % width);
        }
        boolean classes = targets instanceof Labels && outputs.width() > 1;
        return Tensor.of(
                numbers, classes ? Shape.of(outputs.size()) : Shape.of(outputs.size(), width));
    }
}
