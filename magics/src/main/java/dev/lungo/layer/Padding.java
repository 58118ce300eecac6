package dev.lungo.layer;

import static dev.lungo.layer.Arguments.atLeastOne;

import java.util.Locale;

/**
 * What a filter does at the edge of a picture or sequence.
 *
 * @param kind how it goes on there
 * @param zeros rows, columns or steps of zeros that the user added on each side
 */
public record Padding(Kind kind, int zeros) {
    /** The ways. */
    public enum Kind {
        /** It stays inside what there is, so the picture shrinks. */
        VALID,
        /** Zeros are added around, so that with stride 1 the size stays the same. */
        SAME,
        /** Zeros are added before the first step only, so that no step sees a later one. */
        CAUSAL
    }

    static final Padding VALID = new Padding(Kind.VALID, 0);
    static final Padding SAME = new Padding(Kind.SAME, 0);
    static final Padding CAUSAL = new Padding(Kind.CAUSAL, 0);

    /** So many zeros on each side, as in PyTorch. */
    static Padding of(String call, int zeros) {
        atLeastOne("padding", zeros, call + ".padding(" + zeros + ")", "padding(1)");
        return new Padding(Kind.VALID, zeros);
    }

    /** Whether a filter finds a place along an axis. */
    boolean fits(int size, int span) {
        return kind != Kind.VALID || size + 2 * zeros >= span;
    }

    /** How many places a filter finds along one axis. */
    int places(int size, int span, int stride) {
        return kind == Kind.VALID
                ? (size + 2 * zeros - span) / stride + 1
                : (size + stride - 1) / stride;
    }

    /**
     * Zeros before and after along one axis: an odd one goes after, as in Keras.
     *
     * @param span from the first value that a filter reads to its last, counted with both
     */
    int[] zeros(int size, int span, int stride) {
        if (kind == Kind.VALID) {
            return new int[] {zeros, zeros};
        }
        if (kind == Kind.CAUSAL) {
            return new int[] {span - 1, 0};
        }
        int total = Math.max(0, (places(size, span, stride) - 1) * stride + span - size);
        return new int[] {total / 2, total - total / 2};
    }

    /** As it is written after a layer. */
    String written() {
        if (kind == Kind.VALID) {
            return zeros == 0 ? "" : ".padding(" + zeros + ")";
        }
        return "." + kind.name().toLowerCase(Locale.ROOT) + "()";
    }
}
