package dev.lungo.tensor;

import dev.lungo.LungoException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Java's arrays of arrays of numbers as one row of values and a shape. */
final class NestedArrays {
    private final List<Integer> sizes = new ArrayList<>();
    private float[] values = {};
    private int filled;

    private NestedArrays() {}

    /** A tensor of a number, an array of numbers, or arrays in arrays. */
    static Tensor tensor(Object nested) {
        NestedArrays arrays = new NestedArrays();
        for (Object part = nested; part != null && part.getClass().isArray(); ) {
            int length = Array.getLength(part);
            arrays.sizes.add(length);
            part = length == 0 ? null : Array.get(part, 0);
        }
        Shape shape = new Shape(arrays.sizes);
        arrays.values = new float[shape.elements()];
        arrays.add(nested, 0);
        return Tensor.of(arrays.values, shape);
    }

    private void add(Object part, int axis) {
        if (part instanceof float[] row && axis == sizes.size() - 1) {
            checkLength(row.length, axis);
            System.arraycopy(row, 0, values, filled, row.length);
            filled += row.length;
        } else if (part != null && part.getClass().isArray() && axis < sizes.size()) {
            checkLength(Array.getLength(part), axis);
            for (int i = 0; i < sizes.get(axis); i++) {
                add(Array.get(part, i), axis + 1);
            }
        } else if (part instanceof Number number && axis == sizes.size()) {
            values[filled++] = number.floatValue();
        } else if (part instanceof Boolean truth && axis == sizes.size()) {
            values[filled++] = truth ? 1 : 0;
        } else {
            throw LungoException.badInput(
                    "tensor takes numbers, or arrays of them.",
                    part == null ? "null" : part.getClass().getSimpleName(),
                    "for example float[], double[][] or int[]",
                    "put the numbers into an array.");
        }
    }

    private void checkLength(int length, int axis) {
        if (length != sizes.get(axis)) {
            throw LungoException.badInput(
                    "The rows of this array are not all of one length.",
                    "a row of " + length + " after one of " + sizes.get(axis),
                    "rows of one length",
                    "fill the shorter rows up, for example with 0.");
        }
    }
}
