package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Optional;

/**
 * The share of right answers, from 0 to 1.
 *
 * <p>As Keras chooses by shape: of several outputs the largest is the answer, to be compared with
 * the class or with the largest number of a one-hot row; one output says yes above 0.5.
 */
public record Accuracy() implements Metric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Truth.answers("accuracy()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Count();
    }

    @Override
    public String toString() {
        return "accuracy()";
    }

    private static final class Count implements Tally {
        private long right;
        private long answers;

        @Override
        public void add(Outputs outputs, Targets targets) {
            boolean one = outputs.width() == 1;
            for (int i = 0; i < outputs.size(); i++, answers++) {
                boolean isRight =
                        one
                                ? outputs.value(i, 0) > 0.5 == Truth.number(targets, i, 0) > 0.5
                                : outputs.largest(i) == Truth.label(targets, i);
                right += isRight ? 1 : 0;
            }
        }

        @Override
        public double value() {
            return (double) right / answers;
        }
    }
}
