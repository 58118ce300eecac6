package dev.lungo.data;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Copies arrays of arrays of numbers, as people write them, into one array of floats. */
final class ArrayData {
    /** What holds a class for each example. */
    private static final Set<Class<?>> WHOLE =
            Set.of(
                    int[].class,
                    long[].class,
                    short[].class,
                    byte[].class,
                    boolean[].class,
                    Integer[].class,
                    Long[].class,
                    Boolean[].class);

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
                    name + " is " + kind(arrays),
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
        if (y != null && WHOLE.contains(y.getClass())) {
            int[] labels = labels(y, name);
            DatasetCheck.notEmpty(labels.length);
            return new Labels(labels, 0, labels.length);
        }
        ArrayData data = new ArrayData(name, y);
        return new Numbers(data.all, 0, data.sizes.get(0), data.shape());
    }

    /** Whole numbers as they are; of yes and no, 1 and 0. */
    private static int[] labels(Object array, String name) {
        int[] labels = new int[Array.getLength(array)];
        for (int i = 0; i < labels.length; i++) {
            Object one = Array.get(array, i);
            Object number = one instanceof Boolean yes ? (yes ? 1 : 0) : one;
            if (!(number instanceof Number whole) || whole.longValue() != whole.intValue()) {
                throw LungoException.badInput(
                        "data(x, y) takes whole numbers as classes.",
                        name + "[" + i + "] is " + one,
                        "a number from 0 on that fits into an int",
                        "give each class a small number, counted from 0.");
            }
            labels[i] = number instanceof Byte small ? small & 255 : whole.intValue();
        }
        return labels;
    }

    private static String kind(Object part) {
        if (part instanceof List || part instanceof Map) {
            return part instanceof List ? "a list" : "a map";
        }
        return part == null ? "null" : part.getClass().getSimpleName();
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
                    array == null
                            ? name + place + ", which is null"
                            : String.format(
                                    Locale.ROOT, "%s%s with %,d entries", name, place, length),
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
