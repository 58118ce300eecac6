package dev.lungo.engine.torchscript;

import java.util.SplittableRandom;

/** A seed for each step of a training, all decided by one. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The seeds of the next steps; libtorch looks at the lower 32 bits. */
    long[] steps(int count) {
        long[] seeds = new long[count];
        for (int i = 0; i < count; i++) {
            seeds[i] = Integer.toUnsignedLong(random.nextInt());
        }
        return seeds;
    }
}
