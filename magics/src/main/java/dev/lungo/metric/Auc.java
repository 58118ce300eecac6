package dev.lungo.metric;

import dev.lungo.data.Misfit;
import dev.lungo.data.Targets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well outputs put the right examples of a class before the others: 0.5 by chance, 1 at best.
 *
 * <p>The area under the receiver operating characteristic, exact, as scikit-learn's roc_auc_score;
 * Keras' AUC comes close to it with 200 thresholds. Of several classes each against the rest, then
 * the plain mean over those with examples on both sides; not a number without any. Keeps all
 * outputs of an epoch.
 */
public record Auc() implements Metric {
    @Override
    public String name() {
        return "auc";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Truth.answers("auc()", width, targets);
    }

    @Override
    public Tally begin() {
        return new Ranks();
    }

    @Override
    public String toString() {
        return "auc()";
    }

    private static final class Ranks implements Tally {
        private int width;
        private int size;
        private float[] scores = {};
        private boolean[] truths = {};

        @Override
        public void add(Outputs outputs, Targets targets) {
            width = outputs.width();
            int wanted = (size + outputs.size()) * width;
            if (scores.length < wanted) {
                scores = Arrays.copyOf(scores, Math.max(wanted, 2 * scores.length));
                truths = Arrays.copyOf(truths, scores.length);
            }
            boolean classes = width > 1 && Truth.width(targets) == 1;
            for (int i = 0; i < outputs.size(); i++, size++) {
                for (int c = 0; c < width; c++) {
                    scores[size * width + c] = outputs.value(i, c);
                    truths[size * width + c] =
                            classes
                                    ? Truth.label(targets, i) == c
                                    : Truth.number(targets, i, c) > 0.5;
                }
            }
        }

        @Override
        public double value() {
            return IntStream.range(0, width)
                    .mapToDouble(this::area)
                    .filter(area -> !Double.isNaN(area))
                    .average()
                    .orElse(Double.NaN);
        }

        /** The share of pairs of a yes and a no in the right order; equal scores count half. */
        private double area(int column) {
            float[] yes = column(column, true);
            float[] no = column(column, false);
            double pairs = 0;
            int below = 0;
            int notAbove = 0;
            for (float score : yes) {
                while (below < no.length && no[below] < score) {
                    below++;
                }
                while (notAbove < no.length && no[notAbove] <= score) {
                    notAbove++;
                }
                pairs += (below + notAbove) / 2.0;
            }
            return pairs / ((double) yes.length * no.length);
        }

        private float[] column(int column, boolean truth) {
            float[] found = new float[size];
            int count = 0;
            for (int at = column; at < size * width; at += width) {
                if (truths[at] == truth) {
                    found[count++] = scores[at];
                }
            }
            Arrays.sort(found, 0, count);
            return Arrays.copyOf(found, count);
        }
    }
}
