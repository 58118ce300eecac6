package dev.lungo.metric;

import dev.lungo.data.Targets;
import java.util.Arrays;

/**
 * For each class how often it was said rightly, said wrongly, and missed.
 *
 * <p>Of several outputs of which one is right, the largest is said; otherwise every output above
 * 0.5. A model with one output has one class, yes.
 */
final class Counts {
    private long[] right = {};
    private long[] wrong = {};
    private long[] missed = {};

    void add(Outputs outputs, Targets targets) {
        int width = outputs.width();
        right = Arrays.copyOf(right, width);
        wrong = Arrays.copyOf(wrong, width);
        missed = Arrays.copyOf(missed, width);
        boolean single = width > 1 && outputs.kind() != OutputKind.SEVERAL;
        for (int i = 0; i < outputs.size(); i++) {
            if (single) {
                add(outputs.largest(i), Truth.label(targets, i));
            } else {
                for (int c = 0; c < width; c++) {
                    add(c, outputs.value(i, c) > 0.5, Truth.number(targets, i, c) > 0.5);
                }
            }
        }
    }

    private void add(int said, int truth) {
        if (said == truth) {
            right[said]++;
        } else {
            wrong[said]++;
            missed[truth]++;
        }
    }

    private void add(int column, boolean said, boolean truth) {
        right[column] += said && truth ? 1 : 0;
        wrong[column] += said && !truth ? 1 : 0;
        missed[column] += !said && truth ? 1 : 0;
    }

    int classes() {
        return right.length;
    }

    /** Whether a class was said or should have been. */
    boolean occurs(int column) {
        return right[column] + wrong[column] + missed[column] > 0;
    }

    /** The counts of one class: right, wrong, missed. */
    long[] of(int column) {
        return new long[] {right[column], wrong[column], missed[column]};
    }

    /** The counts of all classes together: right, wrong, missed. */
    long[] total() {
        return new long[] {
            Arrays.stream(right).sum(), Arrays.stream(wrong).sum(), Arrays.stream(missed).sum()
        };
    }
}
