package dev.lungo.data;

import dev.lungo.tensor.Shape;

/**
 * Inputs of one byte each, 0 to 255: pixels as files store them.
 *
 * @param array the shared array, to be read only; bytes are unsigned
 * @param offset where in the array the first example starts
 * @param size the number of examples
 * @param shape the shape of one example
 */
public record ByteValues(byte[] array, int offset, int size, Shape shape) implements Values {
    @Override
    public String type() {
        return "uint8";
    }

    @Override
    public ByteValues part(int first, int size) {
        return new ByteValues(array, offset + first * shape.elements(), size, shape);
    }

    @Override
    public ByteValues pick(int[] examples) {
        int width = shape.elements();
        byte[] picked = new byte[examples.length * width];
        for (int i = 0; i < examples.length; i++) {
            System.arraycopy(array, offset + examples[i] * width, picked, i * width, width);
        }
        return new ByteValues(picked, 0, examples.length, shape);
    }

    @Override
    public ByteValues shaped(Shape other) {
        return new ByteValues(array, offset, size, other);
    }
}
