package dev.lungo.model;

/**
 * How many threads a training computes with.
 *
 * <p>Small steps are fastest on one. Larger ones gain from all cores on a quiet machine, but lose
 * many times over when another process holds one of them, as libtorch's threads wait for each other
 * in every operation. So both are tried while training, and again when a call takes much longer
 * than usual. A seed fixes the number: the digits of a result depend on it.
 */
final class Threads {
    /** Multiplications of a step below which a second thread costs more than it brings. */
    private static final long SMALL_STEP = 50_000_000;

    /** The first calls are slow whatever the number: the script is being compiled. */
    private static final int WARM_UP = 3;

    private static final int TRIES = 2;
    private static final double MUCH_LONGER = 3;

    private final int most;
    private final boolean fixed;
    private int count;
    private int calls = -WARM_UP;
    private double bestOfMost = Double.MAX_VALUE;
    private double bestOfOne = Double.MAX_VALUE;

    private Threads(int most, boolean fixed) {
        this.most = most;
        this.fixed = fixed || most == 1;
        this.count = most;
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
        if (calls <= TRIES) {
            bestOfMost = Math.min(bestOfMost, secondsPerBatch);
            count = calls < TRIES ? most : 1;
        } else if (calls <= 2 * TRIES) {
            bestOfOne = Math.min(bestOfOne, secondsPerBatch);
            count = calls < 2 * TRIES || bestOfOne < bestOfMost ? 1 : most;
        } else if (count > 1 && secondsPerBatch > MUCH_LONGER * bestOfMost) {
            calls = 0;
            bestOfMost = Double.MAX_VALUE;
            bestOfOne = Double.MAX_VALUE;
        }
    }

    @Override
    public String toString() {
        return fixed ? most + (most == 1 ? " thread" : " threads") : "up to " + most + " threads";
    }
}
