package dev.lungo.weight;

import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import dev.lungo.store.FloatArray;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds which module of a PyTorch state dict is which layer, and how their arrays differ.
 *
 * <p>By name where all layers are {@code .named("fc1")} as their modules; else by the sizes of
 * their arrays. Of several that are alike the first layer takes the first module: in the order of
 * the file where it has one (npz), else in that of their numbers ({@code conv2} before {@code
 * conv10}), as long as they differ in numbers alone.
 */
public final class TorchNames {
    private static final Set<String> IGNORED = Set.of("num_batches_tracked");

    /** Which of several layers an array of a recurrent module belongs to. */
    private static final String LEVEL = "_l(\\d+)";

    private final Graph graph;
    private final Map<String, FloatArray> file;
    private final boolean ordered;

    private TorchNames(Graph graph, Map<String, FloatArray> file, boolean ordered) {
        this.graph = graph;
        this.file = file;
        this.ordered = ordered;
    }

    /**
     * What the file gives each layer.
     *
     * @param ordered whether the file has the order in which the modules were made
     * @throws Misfit if that cannot be known, or something is missing, too much or of another shape
     */
    public static Taken match(Graph graph, Map<String, FloatArray> file, boolean ordered)
            throws Misfit {
        return new TorchNames(graph, file, ordered).taken();
    }

    /** Our weights as a PyTorch state dict, whose modules are called as our layers. */
    public static Map<String, FloatArray> stateDict(Graph graph, Map<String, float[]> weights)
            throws Misfit {
        refuseUnknown(graph);
        Map<String, float[]> moved = channelsFirst(graph).toTorch(weights);
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (TorchModule module : TorchModules.of(graph)) {
            Set<TorchPart.Run> given = new HashSet<>();
            for (TorchPart part : module.parts()) {
                arrays.put(
                        module.layer() + "." + part.name(),
                        new FloatArray(part.sizes(), part.of(moved, given)));
            }
        }
        return arrays;
    }

    private static void refuseUnknown(Graph graph) throws Misfit {
        List<String> unknown = TorchModules.unknown(graph);
        if (!unknown.isEmpty()) {
            throw new Misfit(
                    "a model with " + String.join(", ", unknown),
                    "layers that PyTorch has too",
                    "set these weights one by one, with model.weights(name, array).");
        }
    }

    private static ChannelsFirst channelsFirst(Graph graph) throws Misfit {
        ChannelsFirst orders = ChannelsFirst.of(graph);
        if (!orders.unclear().isEmpty()) {
            throw new Misfit(
                    "layers between flatten() and " + String.join(", ", orders.unclear()),
                    "only layers that leave each number in its place: PyTorch lays pictures out"
                            + " channel by channel, so the inputs must be reordered",
                    "set these weights one by one, with model.weights(name, array).");
        }
        return orders;
    }

    private Taken taken() throws Misfit {
        Optional<String> other =
                file.keySet().stream().filter(n -> n.matches(".*/.*|arr_\\d+")).findFirst();
        if (other.isPresent()) {
            throw new Misfit(
                    "names of Keras or NumPy, such as " + other.get(),
                    "names of a PyTorch state dict, such as fc.weight",
                    "use model.loadWeights(...) for weights of Keras or of Lungo.");
        }
        refuseUnknown(graph);
        List<TorchModule> ours = TorchModules.of(graph);
        List<Found> modules = modules(ours);
        Map<TorchModule, Found> found = pairs(ours, modules);
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Weight weight : graph.weights()) {
            values.put(weight.name(), new float[weight.elements()]);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (TorchModule module : ours) {
            Found source = found.get(module);
            for (TorchPart part : module.parts()) {
                part.addTo(values, source.arrays().get(part.name()).values());
            }
            pairs.put(module.layer(), source.name());
        }
        return new Taken(channelsFirst(graph).fromTorch(values), pairs);
    }

    /** By names where all layers are called as their modules; else by the sizes of arrays. */
    private Map<TorchModule, Found> pairs(List<TorchModule> ours, List<Found> modules)
            throws Misfit {
        Set<String> own = ours.stream().map(TorchModule::layer).collect(Collectors.toSet());
        Set<String> given = modules.stream().map(Found::name).collect(Collectors.toSet());
        boolean named = own.equals(given);
        Pairing<TorchModule, Found> pairing =
                Pairing.of(
                        ours,
                        layer -> List.of(named ? layer.layer() : "", layer.form()),
                        modules,
                        module -> List.of(named ? module.name() : "", module.form()));
        for (Map.Entry<List<TorchModule>, List<Found>> alike : pairing.alike().entrySet()) {
            refuseUncertain(alike.getKey(), alike.getValue());
        }
        return pairing.pairs();
    }

    /** The arrays of the file by module, each under the name that it has in its module. */
    private List<Found> modules(List<TorchModule> ours) {
        Set<String> known =
                ours.stream()
                        .flatMap(module -> module.parts().stream())
                        .map(TorchPart::name)
                        .collect(Collectors.toSet());
        Map<String, Map<String, FloatArray>> modules = new LinkedHashMap<>();
        Stream<String> names = file.keySet().stream();
        (ordered ? names : names.sorted(Comparator.comparing(TorchNames::natural)))
                .forEach(
                        name -> {
                            String module = module(name, known);
                            String part = part(name, module);
                            if (!IGNORED.contains(part)) {
                                modules.computeIfAbsent(module + level(part), k -> new TreeMap<>())
                                        .put(part.replaceFirst(LEVEL, "_l0"), file.get(name));
                            }
                        });
        return modules.entrySet().stream()
                .map(module -> new Found(module.getKey(), module.getValue()))
                .toList();
    }

    /** The module that an array belongs to; attention has one inside: {@code out_proj.weight}. */
    private static String module(String name, Set<String> known) {
        String module = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        String outer = module.substring(0, Math.max(0, module.lastIndexOf('.')));
        return known.contains(part(name, outer)) ? outer : module;
    }

    private static String part(String name, String module) {
        return module.isEmpty() ? name : name.substring(module.length() + 1);
    }

    /** Recurrent layers above each other are one module in PyTorch, and several layers here. */
    private static String level(String part) {
        Matcher level = Pattern.compile(".*" + LEVEL + ".*").matcher(part);
        return level.matches() && !level.group(1).equals("0") ? ".l" + level.group(1) : "";
    }

    private void refuseUncertain(List<TorchModule> layers, List<Found> found) throws Misfit {
        List<String> names = found.stream().map(Found::name).toList();
        long patterns = names.stream().map(name -> name.replaceAll("\\d+", "#")).distinct().count();
        if (!ordered && patterns > 1) {
            throw new Misfit(
                    String.join(", ", names)
                            + ", which are alike, in a file that does not keep their order",
                    "to know which of them are "
                            + layers.stream()
                                    .map(TorchModule::layer)
                                    .collect(Collectors.joining(", ")),
                    "in Python: np.savez(\"weights.npz\", **{k: v.numpy() for k, v in"
                            + " net.state_dict().items()}), which keeps it.");
        }
    }

    /** Numbers in names as numbers: conv2 comes before conv10. */
    private static String natural(String name) {
        return Pattern.compile("\\d+")
                .matcher(name)
                .replaceAll(
                        digits ->
                                "0".repeat(Math.max(0, 9 - digits.group().length()))
                                        + digits.group());
    }
}
