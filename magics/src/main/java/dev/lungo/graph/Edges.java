package dev.lungo.graph;

/**
 * Rows and columns added around a picture.
 *
 * @param top rows above
 * @param bottom rows below
 * @param left columns to the left
 * @param right columns to the right
 */
public record Edges(int top, int bottom, int left, int right) {
    /** Nothing added. */
    public static final Edges NONE = new Edges(0, 0, 0, 0);

    /** Whether opposite sides get the same. */
    public boolean centred() {
        return top == bottom && left == right;
    }

    @Override
    public String toString() {
        return "%d above, %d below, %d left, %d right".formatted(top, bottom, left, right);
    }
}
