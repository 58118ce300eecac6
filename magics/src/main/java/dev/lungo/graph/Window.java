package dev.lungo.graph;

/**
 * A height and a width, of a filter or of its steps.
 *
 * @param height rows
 * @param width columns
 */
public record Window(int height, int width) {
    /** As high as wide. */
    public static Window square(int size) {
        return new Window(size, size);
    }

    /** Rows times columns. */
    public int area() {
        return Math.multiplyExact(height, width);
    }
}
