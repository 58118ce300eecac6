package dev.lungo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lungo.data.Dataset;
import dev.lungo.graph.Weight;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Models with several inputs and outputs, shared layers and labels for positions have the figures,
 * gradients and weights of Keras' own fit: made by src/test/golden/make_models.py.
 */
class ModelReferenceTests {
    private static final JsonObject REFERENCE =
            JsonParser.parseReader(
                            new InputStreamReader(
                                    ModelReferenceTests.class.getResourceAsStream("models.json"),
                                    StandardCharsets.UTF_8))
                    .getAsJsonObject();

    static Set<String> names() {
        return REFERENCE.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void learns_as_keras_does(String name) {
        JsonObject expected = REFERENCE.getAsJsonObject(name);
        double rate = expected.get("rate").getAsDouble();
        ReferenceModels reference = ReferenceModels.of(name, rate);
        Model model = reference.built();
        Dataset data = reference.examples();
        Dataset learned = name.endsWith("weighed") ? data.weights(weights(data.size())) : data;
        model.learned().replaceWeights(firstWeights(model));
        assertWeights(model.learned().weights(), expected, 0, 1e-6);
        Map<String, float[]> before = model.learned().weights();
        int done = 0;
        for (int step : new int[] {1, 10, 100}) {
            int epochs = step - done;
            History history =
                    model.fit(
                            learned,
                            f ->
                                    f.epochs(epochs)
                                            .batchSize(data.size())
                                            .shuffle(false)
                                            .validation(data)
                                            .quiet());
            double tolerance = step == 1 ? 1e-5 : step == 10 ? 1e-4 : 1e-3;
            JsonObject figures =
                    expected.getAsJsonObject("figures").getAsJsonObject(String.valueOf(step));
            assertThat(history.names()).containsExactlyInAnyOrderElementsOf(figures.keySet());
            for (String figure : figures.keySet()) {
                double wanted = figures.get(figure).getAsDouble();
                assertThat(history.values(figure).get(epochs - 1))
                        .as("%s of step %d", figure, step)
                        .isCloseTo(wanted, within(tolerance * Math.abs(wanted)));
            }
            assertWeights(model.learned().weights(), expected, step, tolerance);
            if (step == 1) {
                assertGradients(before, model.learned().weights(), expected, rate);
            }
            done = step;
        }
        assertOutputs(model.predict(data), model, expected.getAsJsonArray("outputs"));
    }

    private static void assertOutputs(Predictions said, Model model, JsonArray expected) {
        List<String> outputs = model.stack().outputNames();
        for (int i = 0; i < outputs.size(); i++) {
            Predictions own = outputs.size() == 1 ? said : said.output(outputs.get(i));
            assertClose("output " + i, own.values(0), expected.get(i).getAsJsonArray(), 1e-3);
        }
    }

    /** The difference that one step of plain gradient descent made is the gradient. */
    private static void assertGradients(
            Map<String, float[]> before,
            Map<String, float[]> after,
            JsonObject expected,
            double rate) {
        JsonObject first = expected.getAsJsonObject("weights").getAsJsonObject("0");
        JsonObject second = expected.getAsJsonObject("weights").getAsJsonObject("1");
        for (String name : first.keySet()) {
            JsonArray from = first.getAsJsonObject(name).getAsJsonArray("first");
            JsonArray to = second.getAsJsonObject(name).getAsJsonArray("first");
            for (int i = 0; i < from.size(); i++) {
                double wanted = (from.get(i).getAsDouble() - to.get(i).getAsDouble()) / rate;
                double given = (before.get(name)[i] - (double) after.get(name)[i]) / rate;
                // Both sides are known to the last digit of a weight only.
                assertThat(given)
                        .as("gradient of %s[%d]", name, i)
                        .isCloseTo(wanted, within(1e-5 * Math.abs(wanted) + 2e-7 / rate));
            }
        }
    }

    private static void assertWeights(
            Map<String, float[]> weights, JsonObject expected, int step, double tolerance) {
        JsonObject kept = expected.getAsJsonObject("weights").getAsJsonObject(String.valueOf(step));
        assertThat(weights.keySet()).containsExactlyInAnyOrderElementsOf(kept.keySet());
        for (String name : kept.keySet()) {
            JsonObject one = kept.getAsJsonObject(name);
            float[] values = weights.get(name);
            assertClose(
                    name + " after step " + step, values, one.getAsJsonArray("first"), tolerance);
            double squares = 0;
            for (float value : values) {
                squares += (double) value * value;
            }
            double norm = one.get("norm").getAsDouble();
            assertThat(Math.sqrt(squares))
                    .as("norm of %s after step %d", name, step)
                    .isCloseTo(norm, within(tolerance * norm));
        }
    }

    private static void assertClose(
            String what, float[] given, JsonArray expected, double tolerance) {
        double largest = 0;
        for (JsonElement value : expected) {
            largest = Math.max(largest, Math.abs(value.getAsDouble()));
        }
        for (int i = 0; i < expected.size(); i++) {
            assertThat((double) given[i])
                    .as("%s, number %d", what, i)
                    .isCloseTo(expected.get(i).getAsDouble(), within(tolerance * largest));
        }
    }

    private static Map<String, float[]> firstWeights(Model model) {
        Map<String, Weight> sorted = new TreeMap<>();
        model.stack().graph().weights().forEach(weight -> sorted.put(weight.name(), weight));
        Map<String, float[]> weights = new LinkedHashMap<>();
        int p = 0;
        for (Weight weight : sorted.values()) {
            float[] values = new float[weight.elements()];
            for (int n = 0; n < values.length; n++) {
                values[n] = (float) (0.9 * (ReferenceModels.h(n, p) / 10007.0 - 0.5));
            }
            weights.put(weight.name(), values);
            p++;
        }
        return weights;
    }

    private static float[] weights(int examples) {
        float[] weights = new float[examples];
        for (int i = 0; i < examples; i++) {
            weights[i] = ReferenceModels.h(i, 9) % 4;
        }
        return weights;
    }
}
