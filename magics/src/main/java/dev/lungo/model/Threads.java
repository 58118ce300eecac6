package dev.lungo.model;

import java.util.Arrays;

/**
 * How many threads a training computes with.
 *
 * <p>Small steps are fastest on one. Larger ones gain from all cores on a quiet machine, but lose
 * many times over when another process holds one of them, as libtorch's threads wait for each other
 * in every operation. So one and all take turns for a few calls, the faster goes on, and they are
 * compared again after a while, or when a call takes much longer than usual. A seed fixes the
 * number: the digits of a result depend on it.
 */
final class Threads {
    /** Multiplications of a step below which a second thread costs more than it brings. */
    private static final long SMALL_STEP = 50_000_000;

    /** The first calls are slow whatever the number: the script is being compiled. */
    private static final int WARM_UP = 3;

    /** Calls of a comparison for each of the two: in turns, so that both meet the same load. */
    private static final int TRIES = 3;

    private static final double MUCH_LONGER = 3;

    /** Calls between two comparisons, doubled as long as they end the same way. */
    private static final int FIRST_REST = 20;

    private static final int LONGEST_REST = 320;

    private final int most;
    private final boolean fixed;
    private final double[] ofMost = new double[TRIES];
    private final double[] ofOne = new double[TRIES];
    private int count;
    private int calls = -WARM_UP;
    private int chosen;
    private int rest = FIRST_REST;
    private double usual;

    private Threads(int most, boolean fixed) {
        this.most = most;
        this.fixed = fixed || most == 1;
        this.count = most;
        this.chosen = most;
    }

    /**
     * A choice for steps of this size.
     *
     * @param work multiplications of one step
     * @param most how many threads the machine can use
     * @param fixed whether the number must not change while training
     */
    static Threads of(long work, int most, boolean fixed) {
        return new Threads(work < SMALL_STEP ? 1 : most, fixed);
    }

    /** The number to use for the next call. */
    int count() {
        return count;
    }

    /** A call took this many seconds for each batch. */
    void measured(double secondsPerBatch) {
        if (fixed || ++calls <= 0) {
            return;
        }
        if (calls <= 2 * TRIES) {
            compare(secondsPerBatch);
        } else if (calls > 2 * TRIES + rest || secondsPerBatch > MUCH_LONGER * usual) {
            calls = 0;
            count = most;
        }
    }

    private void compare(double secondsPerBatch) {
        int turn = (calls - 1) / 2;
        if (count > 1) {
            ofMost[turn] = secondsPerBatch;
            count = 1;
            return;
        }
        ofOne[turn] = secondsPerBatch;
        count = most;
        boolean clear = ofMost[turn] > MUCH_LONGER * secondsPerBatch;
        if (clear || turn == TRIES - 1) {
            choose(clear ? ofMost[turn] : median(ofMost), clear ? secondsPerBatch : median(ofOne));
        }
    }

    private void choose(double most, double one) {
        count = most < one ? this.most : 1;
        usual = Math.min(most, one);
        rest = count == chosen ? Math.min(LONGEST_REST, 2 * rest) : FIRST_REST;
        chosen = count;
        calls = 2 * TRIES;
    }

    /** One call that something disturbed does not decide. */
    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Override
    public String toString() {
        return fixed ? most + (most == 1 ? " thread" : " threads") : "up to " + most + " threads";
    }
}
