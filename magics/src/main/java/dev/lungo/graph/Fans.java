package dev.lungo.graph;

import java.util.List;

/**
 * How many inputs one output of a weight sees, and how many outputs one input feeds.
 *
 * @param in inputs that one output sees
 * @param out outputs that one input feeds
 */
public record Fans(long in, long out) {
    /** The fans of a weight with these sizes: outputs, inputs, then the window. */
    public static Fans of(List<Integer> sizes) {
        if (sizes.size() < 2) {
            long count = sizes.isEmpty() ? 1 : sizes.get(0);
            return new Fans(count, count);
        }
        long window = 1;
        for (int size : sizes.subList(2, sizes.size())) {
            window *= size;
        }
        return new Fans(sizes.get(1) * window, sizes.get(0) * window);
    }
}
