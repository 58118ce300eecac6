package dev.lungo.tensor;

import dev.lungo.LungoException;
import java.util.ArrayList;
import java.util.List;

/** What sizes a reshape leads to, where one may be left open as -1. */
final class Reshaped {
    private Reshaped() {}

    static Shape of(Shape from, int... sizes) {
        int open = -1;
        long known = 1;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == -1 && open < 0) {
                open = i;
            } else if (sizes[i] < 0) {
                throw misfit(from, sizes);
            } else {
                known *= sizes[i];
            }
        }
        List<Integer> result = new ArrayList<>();
        for (int size : sizes) {
            result.add(size);
        }
        if (from.sizes().contains(Sizes.BATCH)) {
            long example = from.sizes().stream().skip(1).reduce(1, Math::multiplyExact);
            if (open != 0 || known != example) {
                throw misfit(from, sizes);
            }
            return new Shape(result);
        }
        long elements = from.elements();
        if (open >= 0 && known > 0 && elements % known == 0) {
            result.set(open, (int) (elements / known));
        } else if (open >= 0 || known != elements) {
            throw misfit(from, sizes);
        }
        return new Shape(result);
    }

    private static LungoException misfit(Shape from, int[] sizes) {
        String asked =
                "reshape("
                        + String.join(
                                ", ",
                                java.util.Arrays.stream(sizes).mapToObj(String::valueOf).toList())
                        + ")";
        boolean batch = from.sizes().contains(Sizes.BATCH);
        return LungoException.badInput(
                asked + " does not have as many values as the tensor.",
                batch
                        ? "a tensor " + Sizes.text(from)
                        : "a tensor " + Sizes.text(from) + " with " + from.elements() + " values",
                batch
                        ? "-1 for the batch, then the sizes of one example"
                        : "sizes whose product is " + from.elements(),
                "change the sizes; one of them may be -1, which means what is left.");
    }
}
