package dev.lungo.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many threads a training computes with, and whether they stay awake for each other.
 *
 * <p>Small steps are fastest on one. Larger ones gain from all cores on a quiet machine, most if
 * the threads stay awake, but then lose many times over when another process holds a core. So all
 * ways take turns for a few short calls, the fastest goes on, and they are compared again after a
 * while, or when a call takes much longer than usual. A seed fixes the number, on which the digits
 * of a result depend; how threads wait changes no digit.
 */
final class Threads {
    /** One way to compute. */
    record Way(int count, boolean awake) {}

    /** Multiplications of a step below which a second thread costs more than it brings. */
    private static final long SMALL_STEP = 50_000_000;

    /** The first calls are slow whatever the number: the script is being compiled. */
    private static final int WARM_UP = 3;

    /** Calls of a comparison for each way: in turns, so that all meet the same load. */
    private static final int TRIES = 3;

    private static final double MUCH_LONGER = 2;

    /** Calls before a comparison in which to look what other processes do. */
    private static final int LOOK = 5;

    /** Calls between two comparisons, doubled as long as they end the same way. */
    private static final int FIRST_REST = 20;

    private static final int LONGEST_REST = 80;

    private static final double NEVER = Double.MAX_VALUE;

    private final boolean fixed;
    private final List<Way> ways;
    private final List<List<Double>> times = new ArrayList<>();
    private int left = WARM_UP;
    private int rest = FIRST_REST;
    private int trying = -1;
    private int current;
    private int chosen;
    private double usual = NEVER;

    private Threads(boolean fixed, List<Way> ways) {
        this.fixed = fixed;
        this.ways = ways;
    }

    /**
     * A choice for steps of this size.
     *
     * @param work multiplications of one step
     * @param most how many threads the machine can use
     * @param fixed whether the number must not change while training
     */
    static Threads of(long work, int most, boolean fixed) {
        Way one = new Way(1, false);
        if (worth(work, most) == 1) {
            return new Threads(true, List.of(one));
        }
        Stream<Way> all = Stream.of(new Way(most, false), new Way(most, true));
        return new Threads(
                fixed, Stream.concat(all, fixed ? Stream.of() : Stream.of(one)).toList());
    }

    /** How many threads are worth their while for so many multiplications. */
    static int worth(long work, int most) {
        return work < SMALL_STEP ? 1 : most;
    }

    /**
     * The way to use for the next call; before any was measured, one that never does great harm.
     */
    Way way() {
        return ways.get(current);
    }

    /** Whether to look what other processes do during the next call. */
    boolean isLooking() {
        return ways.size() > 1 && !isTrying() && left <= LOOK;
    }

    /** Whether the next call should be short, as it may take many times as long as others. */
    boolean isRisky() {
        return isTrying() && way().awake();
    }

    private boolean isTrying() {
        return trying >= 0;
    }

    /**
     * A call has ended.
     *
     * @param secondsPerBatch what it took
     * @param quiet whether other processes do little: only then is it worth to try staying awake
     */
    void measured(double secondsPerBatch, boolean quiet) {
        if (ways.size() == 1) {
            return;
        }
        if (isTrying()) {
            times.get(current).add(secondsPerBatch);
            next();
        } else if (--left <= 0 || secondsPerBatch > MUCH_LONGER * usual) {
            times.clear();
            ways.forEach(way -> times.add(times(way, quiet)));
            trying = -1;
            next();
        }
    }

    /** Room for what is measured; a way that is not to be tried takes forever. */
    private static List<Double> times(Way way, boolean quiet) {
        return new ArrayList<>(way.awake() && !quiet ? List.of(NEVER) : List.of());
    }

    /** On to the next way to try; one that was far behind is not tried again. */
    private void next() {
        while (++trying < TRIES * ways.size()) {
            current = trying % ways.size();
            if (times.get(current).isEmpty() || median(current) <= MUCH_LONGER * median(best())) {
                return;
            }
        }
        current = best();
        usual = median(current);
        rest = current == chosen ? Math.min(LONGEST_REST, 2 * rest) : FIRST_REST;
        chosen = current;
        left = rest;
        trying = -1;
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < ways.size(); i++) {
            best = median(i) < median(best) ? i : best;
        }
        return best;
    }

    /** One call that something disturbed does not decide. */
    private double median(int way) {
        List<Double> sorted = new ArrayList<>(times.get(way));
        Collections.sort(sorted);
        return sorted.isEmpty() ? NEVER : sorted.get(sorted.size() / 2);
    }

    @Override
    public String toString() {
        int most = ways.get(0).count();
        String unit = most == 1 ? " thread" : " threads";
        return (fixed ? "" : "up to ") + most + unit;
    }
}
