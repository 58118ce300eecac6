package dev.lungo.data;

import dev.lungo.LungoException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Examples in batches, for training steps of your own.
 *
 * <pre>{@code
 * for (var batch : data.batches(64).shuffle(7)) {
 *     model.step(batch);
 * }
 * }</pre>
 */
public final class Batches implements Iterable<MiniBatch> {
    private final Dataset data;
    private final int size;
    private final OptionalLong seed;
    private int passes;

    private Batches(Dataset data, int size, OptionalLong seed) {
        this.data = data;
        this.size = size;
        this.seed = seed;
    }

    static Batches of(Dataset data, int size) {
        if (size < 1) {
            throw LungoException.badInput(
                    "batches needs the number of examples in a batch.",
                    "batches(" + size + ")",
                    "1 or more",
                    "for example data.batches(32).");
        }
        return new Batches(data, size, OptionalLong.empty());
    }

    /**
     * The same batches in a random order that this seed decides, another one in each pass.
     *
     * <p>The orders are those of the epochs of a {@code fit} with this seed.
     */
    public Batches shuffle(long seed) {
        return new Batches(data, size, OptionalLong.of(seed));
    }

    /** The number of batches in a pass. */
    public int count() {
        return (data.size() + size - 1) / size;
    }

    /** One pass over all examples. */
    @Override
    public Iterator<MiniBatch> iterator() {
        passes++;
        int[] order =
                seed.isPresent()
                        ? new Shuffle(seed.getAsLong()).order(data.size(), passes, true)
                        : IntStream.range(0, data.size()).toArray();
        return IntStream.range(0, count())
                .mapToObj(
                        i -> {
                            int to = Math.min(data.size(), (i + 1) * size);
                            return new MiniBatch(
                                    data.pick(Arrays.copyOfRange(order, i * size, to)));
                        })
                .iterator();
    }

    @Override
    public String toString() {
        return count() + " batches of up to " + size + " examples";
    }
}
