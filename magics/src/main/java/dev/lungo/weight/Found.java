package dev.lungo.weight;

import dev.lungo.store.FloatArray;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A layer of a file.
 *
 * @param name its name in the file
 * @param arrays its arrays by their names in the layer
 */
record Found(String name, Map<String, FloatArray> arrays) {
    Counted counted() {
        return Counted.of(name);
    }

    /** The names and sizes of its arrays. */
    Map<String, List<Integer>> form() {
        Map<String, List<Integer>> form = new TreeMap<>();
        arrays.forEach((part, array) -> form.put(part, array.sizes()));
        return form;
    }

    @Override
    public String toString() {
        return written(name, form());
    }

    /** A layer in words: {@code dense (bias of 10, kernel of 64 x 10)}. */
    static String written(String name, Map<String, List<Integer>> form) {
        return name
                + form.entrySet().stream()
                        .map(part -> part.getKey() + " of " + written(part.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    static String written(List<Integer> sizes) {
        return sizes.isEmpty() ? "one number" : new Shape(sizes).toString();
    }
}
