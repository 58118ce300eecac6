package dev.lungo.layer;

/** What a filter does at the edge of a picture or sequence. */
public enum Padding {
    /** It stays inside, so the picture shrinks. */
    VALID,
    /** Zeros are added around, so that with stride 1 the size stays the same. */
    SAME,
    /** Zeros are added before the first step only, so that no step sees a later one. */
    CAUSAL;

    /** How many places a filter finds along one axis. */
    int places(int size, int span, int stride) {
        return this == VALID ? (size - span) / stride + 1 : (size + stride - 1) / stride;
    }

    /**
     * Zeros before and after along one axis: an odd one goes after, as in Keras.
     *
     * @param span from the first value that a filter reads to its last, counted with both
     */
    int[] zeros(int size, int span, int stride) {
        if (this == VALID) {
            return new int[] {0, 0};
        }
        if (this == CAUSAL) {
            return new int[] {span - 1, 0};
        }
        int total = Math.max(0, (places(size, span, stride) - 1) * stride + span - size);
        return new int[] {total / 2, total - total / 2};
    }
}
