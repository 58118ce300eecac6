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
 *
 * @param isOfPrecision whether it is the area under precision against recall
 */
public record Auc(boolean isOfPrecision) implements Metric {
    /** The area under the receiver operating characteristic. */
    public Auc() {
        this(false);
    }

    /**
     * The mean precision at each right example, for answers that are seldom yes; named {@code
     * auc_pr}.
     *
     * <p>As scikit-learn's average_precision_score; Keras' AUC comes close to it with {@code
     * curve="PR"}.
     */
    public Auc precisionRecall() {
        return new Auc(true);
    }

    @Override
    public String name() {
        return isOfPrecision ? "auc_pr" : "auc";
    }

    @Override
    public Optional<Misfit> misfit(OutputKind kind, int width, Targets targets) {
        return Truth.answers(toString(), width, targets);
    }

    @Override
    public Tally begin() {
        return new Ranks(isOfPrecision);
    }

    @Override
    public String toString() {
        return "auc()" + (isOfPrecision ? ".precisionRecall()" : "");
    }

    private static final class Ranks implements Tally {
        private final boolean isOfPrecision;
        private int width;
        private int size;
        private float[] scores = {};
        private boolean[] truths = {};

        Ranks(boolean isOfPrecision) {
            this.isOfPrecision = isOfPrecision;
        }

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

        private double area(int column) {
            float[] yes = column(column, true);
            float[] no = column(column, false);
            return isOfPrecision ? precision(yes, no) : order(yes, no);
        }

        /** The mean share of right ones among those with at least the score of each right one. */
        private static double precision(float[] yes, float[] no) {
            double sum = 0;
            int below = 0;
            int noBelow = 0;
            for (int i = 0; i < yes.length; i++) {
                below = i > 0 && yes[i] > yes[i - 1] ? i : below;
                while (noBelow < no.length && no[noBelow] < yes[i]) {
                    noBelow++;
                }
                double right = yes.length - below;
                sum += right / (right + no.length - noBelow);
            }
            return sum / yes.length;
        }

        /** The share of pairs of a yes and a no in the right order; equal scores count half. */
        private static double order(float[] yes, float[] no) {
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
