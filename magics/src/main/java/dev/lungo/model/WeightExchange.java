package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.chart.TableCard;
import dev.lungo.graph.Graph;
import dev.lungo.store.FloatArray;
import dev.lungo.store.NamedArrays;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import dev.lungo.tensor.Tensors;
import dev.lungo.weight.KerasNames;
import dev.lungo.weight.KerasWeight;
import dev.lungo.weight.Misfit;
import dev.lungo.weight.Taken;
import dev.lungo.weight.TorchNames;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weights out of a model and into it, by name, as Keras or PyTorch have them. */
final class WeightExchange {
    private final Model model;
    private final Graph graph;

    WeightExchange(Model model) {
        this.model = model;
        this.graph = model.stack().graph();
    }

    Weights weights() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        inKeras()
                .forEach(
                        (name, array) ->
                                tensors.put(
                                        name, Tensor.of(array.values(), new Shape(array.sizes()))));
        return new Weights(tensors);
    }

    private Map<String, FloatArray> inKeras() {
        Map<String, float[]> values = values();
        Map<String, FloatArray> arrays = new LinkedHashMap<>();
        for (KerasWeight weight : KerasWeight.of(graph)) {
            arrays.put(weight.name(), weight.toKeras(values.get(weight.weight().name())));
        }
        return arrays;
    }

    private Map<String, float[]> values() {
        return model.learned().weights();
    }

    /** Puts some weights, or all, in place of the model's. */
    void set(Map<String, Tensor> given) {
        List<KerasWeight> ours = KerasWeight.of(graph);
        Map<String, float[]> values = new LinkedHashMap<>();
        given.forEach(
                (name, tensor) -> {
                    KerasWeight weight =
                            ours.stream()
                                    .filter(each -> each.name().equals(name))
                                    .findFirst()
                                    .orElseThrow(
                                            () ->
                                                    Weights.unknown(
                                                            name,
                                                            ours.stream()
                                                                    .map(KerasWeight::name)
                                                                    .toList()));
                    if (!tensor.shape().sizes().equals(weight.sizes())) {
                        throw LungoException.badInput(
                                "The weight " + name + " has another shape.",
                                tensor.shape(),
                                new Shape(weight.sizes()),
                                "give it in Keras' layout: inputs before outputs.");
                    }
                    values.put(weight.weight().name(), weight.fromKeras(tensor.values()));
                });
        model.learned().give(values);
    }

    void set(String name, Object numbers) {
        set(Map.of(name, numbers instanceof Tensor tensor ? tensor : Tensors.tensor(numbers)));
    }

    TableCard loadKeras(String file) {
        WeightFile from = new WeightFile("loadWeights", Path.of(file));
        NamedArrays arrays = from.read();
        boolean line = model.stack().isLine();
        return take(from, () -> KerasNames.match(graph, line, arrays.byName(), arrays.ordered()));
    }

    TableCard loadTorch(String file) {
        WeightFile from = new WeightFile("loadPyTorchWeights", Path.of(file));
        NamedArrays arrays = from.read();
        return take(from, () -> TorchNames.match(graph, arrays.byName(), arrays.ordered()));
    }

    void saveKeras(String file) {
        new WeightFile("saveWeights", Path.of(file)).write(inKeras());
    }

    void saveTorch(String file) {
        WeightFile to = new WeightFile("savePyTorchWeights", Path.of(file));
        try {
            to.write(TorchNames.stateDict(graph, values()));
        } catch (Misfit e) {
            throw told(to, "PyTorch cannot take all weights of this model.", e);
        }
    }

    private interface Match {
        Taken match() throws Misfit;
    }

    /** All weights of a file, or none: a table of what became what. */
    private TableCard take(WeightFile from, Match match) {
        Taken taken;
        try {
            taken = match.match();
        } catch (Misfit e) {
            throw told(from, "the file does not fit the model, which is unchanged.", e);
        }
        model.learned().give(taken.values());
        TableCard table = TableCard.of("layer", "in the file");
        for (Map.Entry<String, String> source : taken.sources().entrySet()) {
            table = table.row(source.getKey(), source.getValue());
        }
        return table.title("Weights of " + from.path().getFileName());
    }

    private static LungoException told(WeightFile file, String what, Misfit e) {
        return LungoException.badInput(
                file.call() + ": " + what, e.received(), e.expected(), e.fix());
    }
}
