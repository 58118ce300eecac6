package dev.lungo.graph;

/**
 * What a weight's size adds to the loss: {@code l1 * sum(abs(w)) + l2 * sum(w * w)}, as in Keras.
 *
 * @param l1 the factor of the sum of absolute values
 * @param l2 the factor of the sum of squares
 */
public record Penalty(double l1, double l2) {
    /** Adds nothing. */
    public static final Penalty NONE = new Penalty(0, 0);
}
