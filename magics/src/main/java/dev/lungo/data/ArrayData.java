package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Copies arrays of arrays of numbers, as people write them, into one array of floats. */
final class ArrayData {
    private final String name;
    private final List<Integer> sizes = new ArrayList<>();
    private float[] all;
    private int filled;

    private ArrayData(String name, Object arrays) {
        this.name = name;
        Object inner = arrays;
        for (; inner != null && inner.getClass().isArray(); inner = Array.get(inner, 0)) {
            sizes.add(Array.getLength(inner));
            DatasetCheck.notEmpty(Array.getLength(inner));
        }
        if (sizes.isEmpty() || !(inner instanceof Number) || inner instanceof Byte) {
            throw LungoException.badInput(
                    "data(x, y) takes numbers in arrays.",
                    name + " is " + (arrays == null ? "null" : arrays.getClass().getSimpleName()),
                    "for example float[][], double[] or int[]",
                    "collect the numbers in an array, an entry for each example.");
        }
        all = new float[sizes.stream().reduce(1, Math::multiplyExact)];
        copy(arrays, 0, "");
    }

    static Values inputs(Object x) {
        return inputs(x, "x");
    }

    static Values inputs(Object x, String name) {
        ArrayData data = new ArrayData(name, x);
        return new FloatValues(data.all, 0, data.sizes.get(0), data.shape());
    }

    static Targets targets(Object y, String name) {
        if (y instanceof int[] labels) {
            DatasetCheck.notEmpty(labels.length);
            return new Labels(labels.clone(), 0, labels.length);
        }
        ArrayData data = new ArrayData(name, y);
        return new Numbers(data.all, 0, data.sizes.get(0), data.shape());
    }

    /** The shape of one example; a plain array is one column. */
    private Shape shape() {
        return sizes.size() == 1
                ? Shape.of(1)
                : new Shape(List.copyOf(sizes.subList(1, sizes.size())));
    }

    private void copy(Object array, int depth, String place) {
        int length = array == null ? 0 : Array.getLength(array);
        if (length != sizes.get(depth)) {
            throw LungoException.badInput(
                    "data(x, y) needs examples of one size.",
                    String.format(Locale.ROOT, "%s%s with %,d entries", name, place, length),
                    String.format(
                            Locale.ROOT,
                            "%,d, as in %s%s",
                            sizes.get(depth),
                            name,
                            "[0]".repeat(depth)),
                    "give every example as many numbers.");
        }
        if (depth == sizes.size() - 1) {
            copyNumbers(array, place);
        } else {
            for (int i = 0; i < length; i++) {
                copy(Array.get(array, i), depth + 1, place + "[" + i + "]");
            }
        }
    }

    private void copyNumbers(Object array, String place) {
        if (array instanceof float[] floats) {
            System.arraycopy(floats, 0, all, filled, floats.length);
        } else if (array instanceof double[] doubles) {
            for (int i = 0; i < doubles.length; i++) {
                all[filled + i] = (float) doubles[i];
            }
        } else {
            for (int i = 0; i < Array.getLength(array); i++) {
                all[filled + i] = ((Number) Array.get(array, i)).floatValue();
            }
        }
        for (int i = 0; i < Array.getLength(array); i++, filled++) {
            if (!Float.isFinite(all[filled])) {
                throw LungoException.badInput(
                        "data(x, y) holds a value that is no number to train on.",
                        all[filled] + " at " + name + place + "[" + i + "]",
                        "finite numbers",
                        "leave such examples out, or fill in a number, such as the mean.");
            }
        }
    }
}
