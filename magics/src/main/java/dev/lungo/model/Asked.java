package dev.lungo.model;

import dev.lungo.data.ByteValues;
import dev.lungo.data.Dataset;
import dev.lungo.data.Values;
import dev.lungo.tensor.Shape;

/** What a model is asked about, as inputs of the shape that it takes. */
final class Asked {
    private Asked() {}

    /** One example; several where an example is one number. */
    static Values row(float[] numbers, Shape input) {
        if (numbers.length == 0 || input.elements() > 1 && numbers.length != input.elements()) {
            throw new ModelException(
                    "predict: the example does not have the size of the model's input.\nReceived: %d numbers\nExpected: %d, as in input(%s)\nFix: pass all numbers of one example, or predict(float[][]) for several examples."
                            .formatted(numbers.length, input.elements(), written(input)));
        }
        Object examples = input.elements() == 1 ? numbers : new float[][] {numbers};
        return Dataset.of(examples).inputs().shaped(input);
    }

    private static String written(Shape input) {
        return input.toString().replace(" x ", ", ");
    }

    static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }

    /** Rows of one example each, or the rows of one picture. */
    static Values rows(Object rows, Shape input) {
        Values values = Dataset.of(rows).inputs();
        Shape picture = Shape.of(values.size(), values.shape().elements());
        boolean grey = input.rank() == 3 && input.size(2) == 1;
        if (input.equals(picture) || grey && input.sizes().subList(0, 2).equals(picture.sizes())) {
            return Dataset.of(new Object[] {rows}).inputs().shaped(input);
        }
        return fitting(values, input);
    }

    static Values pixels(byte[] pixels, Shape input) {
        if (pixels.length != input.elements()) {
            throw new ModelException(
                    "predict: the picture does not have the size of the model's input.\nReceived: %d bytes\nExpected: %d, as in input(%s)\nFix: scale the picture to that size, one byte for each value."
                            .formatted(pixels.length, input.elements(), written(input)));
        }
        return new ByteValues(pixels, 0, 1, input);
    }

    /** Refuses examples of another shape; rows become pictures of as many numbers. */
    static Values fitting(Values values, Shape input) {
        boolean flat = values.shape().rank() == 1;
        if (flat && values.shape().elements() == input.elements()) {
            return values.shaped(input);
        }
        DataCheck.shape("predict", values.shape(), input);
        return values;
    }
}
