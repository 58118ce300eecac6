package dev.lungo.model;

import dev.lungo.LungoException;
import dev.lungo.chart.TableCard;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import dev.lungo.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's weights by name, as they were when they were asked for.
 *
 * <pre>{@code
 * var before = model.weights();
 * before.of("dense/kernel").rows()     // float[inputs][units], as Keras has it
 * model.weights(before)                // back to them
 * }</pre>
 *
 * @param tensors each by the layer's name and Keras' word for the weight, in Keras' layout
 */
public record Weights(Map<String, Tensor> tensors) implements Rich {
    public Weights {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    /** The names, in the order of the layers, which is that of Keras' {@code get_weights()}. */
    public List<String> names() {
        return List.copyOf(tensors.keySet());
    }

    /**
     * One weight: kernels have inputs first, then outputs; convolutions height and width before.
     *
     * @throws LungoException if there is none of that name; the message lists the names
     */
    public Tensor of(String name) {
        if (!tensors.containsKey(name)) {
            throw unknown(name, names());
        }
        return tensors.get(name);
    }

    /**
     * Those of some layers, to take over into another model: {@code
     * other.weights(model.weights().only("body"))}.
     *
     * @param layers names of layers; of those around others all that is inside
     * @throws LungoException if a layer has no weights here
     */
    public Weights only(String... layers) {
        Map<String, Tensor> kept = new LinkedHashMap<>();
        for (String layer : layers) {
            int before = kept.size();
            tensors.forEach(
                    (name, tensor) -> {
                        if (name.startsWith(layer + "/")) {
                            kept.put(name, tensor);
                        }
                    });
            if (kept.size() == before) {
                throw unknown(layer + "/...", names());
            }
        }
        return new Weights(kept);
    }

    static LungoException unknown(String name, List<String> names) {
        return LungoException.badInput(
                "The model has no weight of this name.",
                "\"" + name + "\"",
                names.isEmpty() ? "no name: the model has no weights" : "one of " + names,
                "use one of these names; model.summary() shows the layers.");
    }

    private TableCard table() {
        TableCard table = TableCard.of("weight", "shape", "mean", "deviation").right(2).right(3);
        for (Map.Entry<String, Tensor> each : tensors.entrySet()) {
            float[] values = each.getValue().values();
            double mean = 0;
            for (float value : values) {
                mean += value / (double) values.length;
            }
            double squares = 0;
            for (float value : values) {
                squares += (value - mean) * (value - mean) / values.length;
            }
            double deviation = Math.sqrt(squares);
            table = table.row(each.getKey(), each.getValue().shape(), mean, deviation);
        }
        return table;
    }

    @Override
    public Bundle bundle() {
        return table().bundle();
    }

    @Override
    public String toString() {
        return table().toString();
    }
}
