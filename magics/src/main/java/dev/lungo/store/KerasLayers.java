package dev.lungo.store;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Layers as Keras 3 writes them: a group for each, called by its class and counted, with numbered
 * arrays in {@code vars}, and its own name beside them.
 */
final class KerasLayers {
    private static final String ARRAYS = "vars";
    private static final String NAME = "name";

    /** What the numbers of a class mean; those of all others are a kernel and a bias. */
    private static final Map<String, List<String>> ROLES =
            Map.of(
                    "embedding", List.of("embeddings"),
                    "p_re_lu", List.of("alpha"),
                    "cell", List.of("kernel", "recurrent_kernel", "bias"),
                    "separable_conv1d", List.of("depthwise_kernel", "pointwise_kernel", "bias"),
                    "separable_conv2d", List.of("depthwise_kernel", "pointwise_kernel", "bias"),
                    "layer_normalization", List.of("gamma", "beta"),
                    "group_normalization", List.of("gamma", "beta"),
                    "batch_normalization",
                            List.of("gamma", "beta", "moving_mean", "moving_variance"));

    private static final List<String> USUAL = List.of("kernel", "bias");

    /** What belongs to no layer: the optimizer, and the state of random numbers. */
    private static final List<String> LEFT_OUT = List.of("optimizer", "seed_generator");

    /**
     * Arrays of a layer.
     *
     * @param kind the classes on the way to it
     * @param counts how each is counted
     * @param byRole its arrays
     */
    private record Layer(
            String path, String kind, List<Integer> counts, Map<String, FloatArray> byRole) {
        static Layer of(List<String> groups, String path, Map<String, FloatArray> byRole) {
            return new Layer(
                    path,
                    String.join("/", groups.stream().map(KerasLayers::kind).toList()),
                    groups.stream().map(KerasLayers::count).toList(),
                    byRole);
        }

        int[] order() {
            return counts.stream().mapToInt(Integer::intValue).toArray();
        }

        Map<String, List<Integer>> form() {
            Map<String, List<Integer>> form = new HashMap<>();
            byRole.forEach((role, array) -> form.put(role, array.sizes()));
            return form;
        }
    }

    private final List<Layer> layers = new ArrayList<>();

    private KerasLayers() {}

    /** All arrays by their paths: layers of one class in their order. */
    static NamedArrays read(Group model) throws IOException {
        KerasLayers found = new KerasLayers();
        found.visit(model, List.of(), "");
        found.layers.sort(
                Comparator.comparing(Layer::kind).thenComparing(Layer::order, Arrays::compare));
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        found.layers.forEach(
                layer ->
                        layer.byRole()
                                .forEach((role, array) -> arrays.put(layer.path() + role, array)));
        return new NamedArrays(arrays, found.isOrdered());
    }

    /**
     * Whether all layers that look alike are of one class, so that their numbers tell the order.
     */
    private boolean isOrdered() {
        Map<Map<String, List<Integer>>, String> kinds = new HashMap<>();
        return layers.stream()
                .allMatch(
                        layer ->
                                layer.kind()
                                        .equals(
                                                kinds.computeIfAbsent(
                                                        layer.form(), form -> layer.kind())));
    }

    /**
     * A group and those in it.
     *
     * @param groups the names of the groups around it and its own
     * @param path the names of the layers around it
     */
    private void visit(Group group, List<String> groups, String path) throws IOException {
        String own = path;
        if (group.getChild(ARRAYS) instanceof Group arrays && !groups.isEmpty()) {
            own += name(group, arrays) + "/";
            Map<String, FloatArray> byRole = arrays(arrays, kind(group.getName()));
            if (!byRole.isEmpty()) {
                layers.add(Layer.of(groups, own, byRole));
            }
        }
        for (Node child : group.getChildren().values()) {
            boolean known = child.getName().equals(ARRAYS) || LEFT_OUT.contains(child.getName());
            if (!known && child instanceof Group inner) {
                visit(
                        inner,
                        Stream.concat(groups.stream(), Stream.of(inner.getName())).toList(),
                        own);
            }
        }
    }

    private static String name(Group group, Group arrays) {
        Attribute name = arrays.getAttribute(NAME);
        return name == null ? group.getName() : String.valueOf(name.getData());
    }

    private static Map<String, FloatArray> arrays(Group arrays, String kind) throws IOException {
        List<String> roles = ROLES.getOrDefault(kind, USUAL);
        Map<String, FloatArray> byRole = new LinkedHashMap<>();
        for (int i = 0; arrays.getChild(String.valueOf(i)) instanceof Dataset array; i++) {
            byRole.put(i < roles.size() ? roles.get(i) : "array_" + i, KerasFile.array(array));
        }
        return byRole;
    }

    private static String kind(String group) {
        return group.replaceFirst("_\\d{1,9}$", "");
    }

    private static int count(String group) {
        return kind(group).equals(group)
                ? 0
                : Integer.parseInt(group.substring(kind(group).length() + 1));
    }
}
