package dev.lungo.weight;

import dev.lungo.graph.Graph;
import dev.lungo.store.FloatArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds which of Keras' arrays belongs to which layer.
 *
 * <p>By full names where they are the same and in the same order. Else by the names that were given
 * to layers on both sides, and for the others by the names and sizes of arrays; of several that are
 * alike the first layer takes the first of the file, and in models with branches only if Keras'
 * counters agree with the file's order. Arrays without names ({@code arr_0}) are taken in their
 * order.
 */
public final class KerasNames {
    private static final String NAMED_FILE =
            "np.savez(\"weights.npz\", **{w.path: w.numpy() for w in model.weights}).";

    private final List<KerasWeight> ours;
    private final boolean line;
    private final Map<String, FloatArray> file;
    private final boolean ordered;

    private KerasNames(
            List<KerasWeight> ours, boolean line, Map<String, FloatArray> file, boolean ordered) {
        this.ours = ours;
        this.line = line;
        this.file = file;
        this.ordered = ordered;
    }

    /**
     * What the file gives each layer.
     *
     * @param line whether each layer reads the one before it
     * @param ordered whether the file keeps the order in which it was written
     * @throws Misfit if that cannot be known, or something is missing, too much or of another shape
     */
    public static Taken match(
            Graph graph, boolean line, Map<String, FloatArray> file, boolean ordered)
            throws Misfit {
        KerasNames names = new KerasNames(KerasWeight.of(graph), line, file, ordered);
        if (file.keySet().stream().allMatch(name -> name.matches("arr_\\d+"))) {
            return names.byPlace();
        } else if (file.keySet().stream().anyMatch(name -> name.matches("(.*\\.)?weight(_.*)?"))) {
            throw new Misfit(
                    "PyTorch's names, such as " + file.keySet().iterator().next(),
                    "Keras' names, such as dense/kernel",
                    "use model.loadPyTorchWeights(...).");
        }
        return names.byName();
    }

    private Taken byPlace() throws Misfit {
        if (!line) {
            throw new Misfit(
                    "arrays without names",
                    "Keras' names: this model has branches, and their order is not certain",
                    "in Python: " + NAMED_FILE);
        }
        List<Map.Entry<String, FloatArray>> arrays = List.copyOf(file.entrySet());
        if (arrays.size() != ours.size()) {
            throw new Misfit(
                    arrays.size() + " arrays without names",
                    ours.size()
                            + ", for "
                            + ours.stream()
                                    .map(KerasWeight::name)
                                    .collect(Collectors.joining(", ")),
                    "make both models of the same layers.");
        }
        Map<String, float[]> values = new LinkedHashMap<>();
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < ours.size(); i++) {
            KerasWeight weight = ours.get(i);
            FloatArray array = arrays.get(i).getValue();
            if (!array.sizes().equals(weight.sizes())) {
                throw new Misfit(
                        arrays.get(i).getKey() + " of " + Found.written(array.sizes()),
                        weight.name() + " of " + Found.written(weight.sizes()),
                        "make both models of the same layers and sizes.");
            }
            values.put(weight.weight().name(), weight.fromKeras(array.values()));
            pairs.merge(weight.layer(), arrays.get(i).getKey(), (a, b) -> a + ", " + b);
        }
        return new Taken(values, pairs);
    }

    private Taken byName() throws Misfit {
        List<KerasLayer> here = KerasLayer.of(ours);
        List<Found> there = found();
        Set<Counted> own = here.stream().map(KerasLayer::counted).collect(Collectors.toSet());
        Set<Counted> given = there.stream().map(Found::counted).collect(Collectors.toSet());
        boolean named = own.equals(given) && isInOrder(here, there);
        Set<Counted> chosen = new HashSet<>(own);
        chosen.removeIf(counted -> !counted.isChosen() || !given.contains(counted));
        Function<Counted, Object> name =
                counted -> named || chosen.contains(counted) ? counted : counted.part();
        Pairing<KerasLayer, Found> pairing =
                Pairing.of(
                        here,
                        layer -> List.of(name.apply(layer.counted()), layer.form()),
                        there,
                        layer -> List.of(name.apply(layer.counted()), layer.form()));
        for (Map.Entry<List<KerasLayer>, List<Found>> alike : pairing.alike().entrySet()) {
            refuseUncertain(alike.getKey(), alike.getValue());
        }
        Map<String, float[]> values = new LinkedHashMap<>();
        Map<String, String> pairs = new LinkedHashMap<>();
        for (KerasLayer layer : here) {
            Found source = pairing.pairs().get(layer);
            for (KerasWeight weight : layer.weights()) {
                float[] array = source.arrays().get(weight.role()).values();
                values.put(weight.weight().name(), weight.fromKeras(array));
            }
            pairs.put(layer.name(), source.name());
        }
        return new Taken(values, pairs);
    }

    /**
     * Whether layers that are alike come in one order here and in the file: in {@code
     * Dense(8)(Dense(8)(x))} Keras counts the layer first that is used last.
     */
    private static boolean isInOrder(List<KerasLayer> here, List<Found> there) {
        List<Counted> order = there.stream().map(Found::counted).toList();
        Map<Object, Integer> last = new HashMap<>();
        for (KerasLayer layer : here) {
            Counted counted = layer.counted();
            int place = order.indexOf(counted);
            Integer before = last.put(List.of(counted.kind(), layer.form()), place);
            if (before != null && before > place) {
                return false;
            }
        }
        return true;
    }

    /** The layers of the file, in its order, or where it has none in that of Keras' counters. */
    private List<Found> found() {
        Map<String, Map<String, FloatArray>> layers = new LinkedHashMap<>();
        file.forEach(
                (name, array) -> {
                    int end = Math.max(0, name.lastIndexOf('/'));
                    Map<String, FloatArray> layer =
                            layers.computeIfAbsent(name.substring(0, end), k -> new TreeMap<>());
                    layer.put(inJavaCase(name.substring(end).replace("/", "")), array);
                });
        List<Found> found = new ArrayList<>();
        layers.forEach((name, arrays) -> found.add(new Found(name, arrays)));
        if (!ordered) {
            found.sort(Comparator.comparing(Found::counted));
        }
        return found;
    }

    private static String inJavaCase(String role) {
        return Pattern.compile("_(\\w)")
                .matcher(role)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** In a line the file's order is that of the layers; else Keras' counters must say the same. */
    private void refuseUncertain(List<KerasLayer> layers, List<Found> found) throws Misfit {
        List<Counted> counted = found.stream().map(Found::counted).toList();
        boolean oneKind = counted.stream().map(Counted::kind).distinct().count() == 1;
        if (line && ordered || oneKind && counted.stream().sorted().toList().equals(counted)) {
            return;
        }
        throw new Misfit(
                found.stream().map(Found::name).collect(Collectors.joining(", "))
                        + ", which are alike, and whose names do not tell their order",
                "to know which of them are "
                        + layers.stream().map(KerasLayer::name).collect(Collectors.joining(", ")),
                "give these layers names of their own, name=\"...\" in Keras and .named(\"...\")"
                        + " here.");
    }
}
