package dev.lungo.data;

import dev.lungo.tensor.Shape;

/**
 * Numbers to be met for each example: a measurement, several, a class as a one-hot row, or a class
 * number for each position of a sequence or picture.
 *
 * @param array the shared array, to be read only
 * @param offset where in the array the first example's numbers start
 * @param size the number of examples
 * @param shape the shape of one example's numbers
 */
public record Numbers(float[] array, int offset, int size, Shape shape) implements Targets {
    /** How many numbers each example has. */
    public int width() {
        return shape.elements();
    }

    /** Number {@code column} of one example. */
    public float value(int example, int column) {
        return array[offset + example * width() + column];
    }

    /** The column of one example's largest number: its class, for a one-hot row. */
    public int largest(int example) {
        int largest = 0;
        for (int column = 1; column < width(); column++) {
            if (value(example, column) > value(example, largest)) {
                largest = column;
            }
        }
        return largest;
    }

    @Override
    public Numbers part(int first, int size) {
        return new Numbers(array, offset + first * width(), size, shape);
    }

    @Override
    public Numbers pick(int[] examples) {
        int width = width();
        float[] picked = new float[examples.length * width];
        for (int i = 0; i < examples.length; i++) {
            System.arraycopy(array, offset + examples[i] * width, picked, i * width, width);
        }
        return new Numbers(picked, 0, examples.length, shape);
    }

    @Override
    public Numbers positions(int count) {
        return count == 1
                ? this
                : new Numbers(array, offset, size * count, Shape.of(width() / count));
    }
}
