package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/**
 * The share of right answers to yes-or-no questions, each output one by itself, from 0 to 1.
 *
 * <p>Yes is said above 0.5. For models with several sigmoid outputs, where {@code accuracy()} would
 * compare the largest ones only. As Keras' BinaryAccuracy.
 */
public record BinaryAccuracy() implements Metric {
    @Override
    public String name() {
        return "binary_accuracy";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Truth.numbers("binaryAccuracy()", width, targets)
                .or(() -> Truth.yesOrNo("binaryAccuracy()", targets));
    }

    @Override
    public Tally begin() {
        return new Count();
    }

    @Override
    public String toString() {
        return "binaryAccuracy()";
    }

    private static final class Count implements Tally {
        private long right;
        private long answers;

        @Override
        public void add(Outputs outputs, Targets targets) {
            for (int i = 0; i < outputs.size(); i++) {
                for (int c = 0; c < outputs.width(); c++, answers++) {
                    boolean said = outputs.value(i, c) > 0.5;
                    right += said == (Truth.number(targets, i, c) > 0.5) ? 1 : 0;
                }
            }
        }

        @Override
        public double value() {
            return (double) right / answers;
        }
    }
}
