package dev.lungo.layer;

/**
 * How a transposed convolution spreads values along one axis.
 *
 * @param size how long each window is
 * @param stride how far the window moves for each value
 * @param padding whether the length is a multiple of the input's, or what is cut off
 * @param more places added after those that the windows give
 */
record Spreading(int size, int stride, Padding padding, int more) {
    /** What is cut off before and after; below 0 where a small window leaves gaps at the end. */
    int[] cut() {
        if (padding.zeros() > 0 || more > 0) {
            return new int[] {padding.zeros(), padding.zeros() - more};
        }
        int over = size - stride;
        int all = padding.equals(Padding.SAME) ? over : Math.min(over, 0);
        int before = Math.max(0, all / 2);
        return new int[] {before, all - before};
    }

    /** How long what it makes of {@code values} is. */
    int places(int values) {
        int[] cut = cut();
        return (values - 1) * stride + size - cut[0] - cut[1];
    }
}
