package dev.lungo.metric;

import dev.lungo.data.Labels;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;

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
            for (int i = 0; i < outputs.size(); i++) {
                if (outputs.width() == 1) {
                    add((outputs.value(i, 0) > 0.5) == (number(targets, i) > 0.5));
                } else if (targets instanceof Labels labels) {
                    add(outputs.largest(i) == labels.label(i));
                } else {
                    add(outputs.largest(i) == ((Numbers) targets).largest(i));
                }
            }
        }

        private static float number(Targets targets, int example) {
            return targets instanceof Labels labels
                    ? labels.label(example)
                    : ((Numbers) targets).value(example, 0);
        }

        private void add(boolean isRight) {
            right += isRight ? 1 : 0;
            answers++;
        }

        @Override
        public double value() {
            return (double) right / answers;
        }
    }
}
