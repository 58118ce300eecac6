package dev.lungo.engine.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lungo.data.FloatValues;
import dev.lungo.data.Labels;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Stack;
import dev.lungo.loss.SparseCategoricalCrossentropy;
import dev.lungo.optim.Sgd;
import dev.lungo.store.RecordJson;
import dev.lungo.store.RecordReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every layer gives Keras' numbers: outputs, losses, gradients and weights made by
 * src/test/golden/make_layers.py.
 */
class LayerReferenceTests {
    private static final int EXAMPLES = 24;
    private static final int BATCH = 8;
    private static final double RATE = 0.05;

    private static final JsonObject REFERENCE = reference();

    static Stream<String> names() {
        return ReferenceLayers.MODELS.keySet().stream();
    }

    @Test
    void has_a_model_for_every_reference_and_a_reference_for_every_model() {
        assertThat(ReferenceLayers.MODELS.keySet()).isEqualTo(REFERENCE.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void takes_the_same_steps_as_keras_does(String name) {
        JsonObject expected = REFERENCE.getAsJsonObject(name);
        Graph graph = Stack.of(ReferenceLayers.MODELS.get(name)).graph();
        assertThat(graph.weights().stream().mapToInt(Weight::elements).sum())
                .isEqualTo(expected.get("parameters").getAsInt());

        Objective objective = new Objective(new Sgd(RATE), new SparseCategoricalCrossentropy());
        Program program = new Program(graph, Transform.raw(), Optional.of(objective));
        Map<String, float[]> first = firstWeights(graph);
        try (Network network = Engine.load().open(program, first);
                Network.Examples examples = network.place(inputs(graph), labels())) {
            network.threads(1);
            assertOutputs(network, examples, expected.getAsJsonArray("start"), 1e-5);
            int kept = 0;
            for (int step = 1; step <= 100; step++) {
                double tolerance = step == 1 ? 1e-5 : step <= 10 ? 1e-4 : 1e-3;
                Network.Steps done =
                        network.train(examples, batch(step), BATCH, new double[] {RATE}, false);
                if (step == 1) {
                    assertGradients(graph, first, network.weights(), expected);
                }
                if (step == 1 || step == 10 || step == 100) {
                    double loss = expected.getAsJsonArray("losses").get(kept++).getAsDouble();
                    assertThat(done.loss() / BATCH)
                            .as("loss of step %d", step)
                            .isCloseTo(loss, within(tolerance * loss));
                    JsonObject weights = expected.getAsJsonObject("weights");
                    assertWeights(
                            graph,
                            network.weights(),
                            weights.getAsJsonArray(String.valueOf(step)),
                            step,
                            tolerance);
                }
            }
            assertOutputs(network, examples, expected.getAsJsonArray("end"), 1e-3);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void comes_back_from_a_file_as_it_was(String name) throws IOException {
        for (Layer layer : ReferenceLayers.MODELS.get(name)) {
            assertThat(RecordReader.read(RecordJson.of(layer), Layer.class)).isEqualTo(layer);
        }
    }

    private static void assertOutputs(
            Network network, Network.Examples examples, JsonArray expected, double tolerance) {
        float[] outputs = network.predict(examples, 0, 3);
        for (int i = 0; i < expected.size(); i++) {
            assertThat((double) outputs[i])
                    .as("output %d", i)
                    .isCloseTo(expected.get(i).getAsDouble(), within(tolerance));
        }
    }

    /** One step of plain gradient descent tells the gradient, but for the weights' own rounding. */
    private static void assertGradients(
            Graph graph,
            Map<String, float[]> before,
            Map<String, float[]> after,
            JsonObject expected) {
        JsonArray gradients = expected.getAsJsonArray("gradients");
        double largest = 0;
        for (var gradient : gradients) {
            if (gradient.isJsonObject()) {
                largest = Math.max(largest, gradient.getAsJsonObject().get("norm").getAsDouble());
            }
        }
        // A bias before a norm has gradient 0: what is seen there is rounding of the others.
        double noise = 1e-6 * largest;
        for (int p = 0; p < gradients.size(); p++) {
            String name = graph.weights().get(p).name();
            if (gradients.get(p).isJsonNull()) {
                assertThat(graph.weights().get(p).trainable()).as(name).isFalse();
                continue;
            }
            JsonObject gradient = gradients.get(p).getAsJsonObject();
            double norm = gradient.get("norm").getAsDouble();
            JsonArray first = gradient.getAsJsonArray("first");
            for (int i = 0; i < first.size(); i++) {
                double moved = before.get(name)[i] - (double) after.get(name)[i];
                double rounding = Math.ulp(before.get(name)[i]) / RATE;
                assertThat(moved / RATE)
                        .as("gradient of %s[%d]", name, i)
                        .isCloseTo(
                                first.get(i).getAsDouble(), within(1e-5 * norm + rounding + noise));
            }
        }
    }

    private static void assertWeights(
            Graph graph,
            Map<String, float[]> weights,
            JsonArray expected,
            int step,
            double tolerance) {
        for (int p = 0; p < expected.size(); p++) {
            String name = graph.weights().get(p).name();
            float[] values = weights.get(name);
            JsonObject kept = expected.get(p).getAsJsonObject();
            double norm = kept.get("norm").getAsDouble();
            JsonArray first = kept.getAsJsonArray("first");
            for (int i = 0; i < first.size(); i++) {
                assertThat((double) values[i])
                        .as("%s[%d] after step %d", name, i, step)
                        .isCloseTo(first.get(i).getAsDouble(), within(tolerance * norm));
            }
            double squares =
                    IntStream.range(0, values.length)
                            .mapToDouble(i -> (double) values[i] * values[i])
                            .sum();
            assertThat(Math.sqrt(squares))
                    .as("norm of %s after step %d", name, step)
                    .isCloseTo(norm, within(tolerance * norm));
        }
    }

    private static Map<String, float[]> firstWeights(Graph graph) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (int p = 0; p < graph.weights().size(); p++) {
            Weight weight = graph.weights().get(p);
            boolean around1 = weight.name().matches(".*(gamma|movingVariance)");
            float[] values = new float[weight.elements()];
            for (int n = 0; n < values.length; n++) {
                values[n] = (float) ((h(n, p) / 10007.0 - 0.5) * 0.9 + (around1 ? 1 : 0));
            }
            weights.put(weight.name(), values);
        }
        return weights;
    }

    private static FloatValues inputs(Graph graph) {
        float[] values = new float[EXAMPLES * graph.input().elements()];
        boolean words = graph.input().equals(ReferenceLayers.WORDS);
        for (int n = 0; n < values.length; n++) {
            values[n] =
                    words
                            ? h(n, 0) % ReferenceLayers.VOCABULARY
                            : (float) (h(n, 0) / 10007.0 - 0.5);
        }
        return new FloatValues(values, 0, EXAMPLES, graph.input());
    }

    private static int h(int n, int p) {
        return (31 * n * n + 7919 * n + 104729 * (p + 1)) % 10007;
    }

    private static Labels labels() {
        return new Labels(IntStream.range(0, EXAMPLES).map(k -> k % 3).toArray(), 0, EXAMPLES);
    }

    private static int[] batch(int step) {
        int begin = (step - 1) * BATCH % EXAMPLES;
        return IntStream.range(begin, begin + BATCH).toArray();
    }

    private static JsonObject reference() {
        try (Reader json =
                new InputStreamReader(
                        LayerReferenceTests.class.getResourceAsStream(
                                "/dev/lungo/engine/layers.json"),
                        StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(json).getAsJsonObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
