package dev.lungo.data;

import dev.lungo.tensor.Shape;

/**
 * Inputs of one float each: rows of measurements.
 *
 * @param array the shared array, to be read only
 * @param offset where in the array the first example starts
 * @param size the number of examples
 * @param shape the shape of one example
 */
public record FloatValues(float[] array, int offset, int size, Shape shape) implements Values {
    @Override
    public String type() {
        return "float32";
    }

    @Override
    public FloatValues part(int first, int size) {
        return new FloatValues(array, offset + first * shape.elements(), size, shape);
    }

    @Override
    public FloatValues pick(int[] examples) {
        int width = shape.elements();
        float[] picked = new float[examples.length * width];
        for (int i = 0; i < examples.length; i++) {
            System.arraycopy(array, offset + examples[i] * width, picked, i * width, width);
        }
        return new FloatValues(picked, 0, examples.length, shape);
    }

    @Override
    public FloatValues shaped(Shape other) {
        return new FloatValues(array, offset, size, other);
    }
}
