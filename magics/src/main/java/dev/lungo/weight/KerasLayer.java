package dev.lungo.weight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A layer of ours, with its weights as Keras has them.
 *
 * @param name our name, with {@code /} between it and those of the layers around it
 * @param weights its weights in their order
 */
record KerasLayer(String name, List<KerasWeight> weights) {
    /** The layers that these weights belong to. */
    static List<KerasLayer> of(List<KerasWeight> weights) {
        Map<String, List<KerasWeight>> layers = new LinkedHashMap<>();
        weights.forEach(w -> layers.computeIfAbsent(w.layer(), k -> new ArrayList<>()).add(w));
        return layers.entrySet().stream()
                .map(layer -> new KerasLayer(layer.getKey(), layer.getValue()))
                .toList();
    }

    Counted counted() {
        return Counted.of(name);
    }

    /** The names and sizes of its arrays. */
    Map<String, List<Integer>> form() {
        Map<String, List<Integer>> form = new TreeMap<>();
        weights.forEach(weight -> form.put(weight.role(), weight.sizes()));
        return form;
    }

    @Override
    public String toString() {
        return Found.written(name, form());
    }
}
