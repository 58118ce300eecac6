package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The mean over all outputs of something made of their distance to the targets. */
public final class Distance implements Tally {
    private final DoubleBinaryOperator measure;
    private double sum;
    private long count;

    /** The mean of {@code measure(output - target)}. */
    public Distance(DoubleUnaryOperator measure) {
        this((output, target) -> measure.applyAsDouble(output - target));
    }

    /** The mean of {@code measure(output, target)}. */
    public Distance(DoubleBinaryOperator measure) {
        this.measure = measure;
    }

    /** Refuses targets without a number for each output. */
    public static Optional<Misfit> misfit(String metric, int width, Targets targets) {
        return Truth.numbers(metric, width, targets);
    }

    @Override
    public void add(Outputs outputs, Targets targets) {
        for (int i = 0; i < outputs.size(); i++) {
            for (int c = 0; c < outputs.width(); c++, count++) {
                sum += measure.applyAsDouble(outputs.value(i, c), Truth.number(targets, i, c));
            }
        }
    }

    @Override
    public double value() {
        return sum / count;
    }
}
