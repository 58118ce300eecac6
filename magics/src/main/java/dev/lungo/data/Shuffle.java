package dev.lungo.data;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The random numbers of a training: seed and epoch alone decide them, so that a later epoch can be
 * repeated without the ones before it.
 *
 * @param seed the seed of the whole training
 */
public record Shuffle(long seed) {
    /** The seed of one epoch. */
    public long seed(int epoch) {
        return seed + 0x9E3779B97F4A7C15L * epoch;
    }

    /** The order in which an epoch sees its examples. */
    public int[] order(int size, int epoch, boolean shuffled) {
        int[] order = IntStream.range(0, size).toArray();
        if (shuffled) {
            SplittableRandom random = new SplittableRandom(seed(epoch));
            for (int i = size - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
        }
        return order;
    }
}
