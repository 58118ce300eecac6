package dev.lungo.optim;

import dev.lungo.LungoException;

/**
 * How far gradients may go before they are cut.
 *
 * @param kind what is measured
 * @param limit the largest size allowed
 */
public record Clipping(Kind kind, double limit) {
    /** What is measured against the limit. */
    public enum Kind {
        /** Nothing is cut. */
        NONE(""),
        /** Each number by itself, in both directions. */
        VALUE("clipValue"),
        /** The Euclidean length of each weight's gradient. */
        NORM("clipNorm"),
        /** The Euclidean length of all gradients together. */
        GLOBAL_NORM("globalClipNorm");

        private final String written;

        Kind(String written) {
            this.written = written;
        }
    }

    /** No clipping. */
    static final Clipping OFF = new Clipping(Kind.NONE, 0);

    public Clipping {
        if (kind != Kind.NONE && !(limit > 0)) {
            throw LungoException.badInput(
                    kind.written + " cannot cut gradients at this size.",
                    kind.written + "(" + limit + ")",
                    "a number above 0",
                    "a usual value is " + kind.written + "(1.0).");
        }
    }

    /** As it is written after an optimizer; empty when nothing is cut. */
    @Override
    public String toString() {
        return kind == Kind.NONE ? "" : "." + kind.written + "(" + limit + ")";
    }
}
