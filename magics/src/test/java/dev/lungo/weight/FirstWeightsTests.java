package dev.lungo.weight;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Input;
import dev.lungo.layer.Layer;
import dev.lungo.layer.Stack;
import dev.lungo.store.FloatArray;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** First weights are spread as Keras spreads them, and with pytorch() as PyTorch does. */
class FirstWeightsTests {
    private record Case(Input input, Layer layer) {}

    private static final Map<String, Case> CASES = new LinkedHashMap<>();

    static {
        Input picture = input(9, 9, 16);
        CASES.put("dense", new Case(input(90), dense(60)));
        CASES.put("conv2d", new Case(picture, conv2d(32, 3)));
        CASES.put("conv2d groups", new Case(picture, conv2d(32, 3).groups(4)));
        CASES.put("depthwiseConv2d", new Case(input(9, 9, 64), depthwiseConv2d(3).multiplier(4)));
        CASES.put(
                "separableConv2d", new Case(input(9, 9, 64), separableConv2d(48, 3).multiplier(2)));
        CASES.put("conv2dTranspose", new Case(picture, conv2dTranspose(32, 3)));
        CASES.put("conv1d", new Case(input(9, 32), conv1d(64, 3)));
        CASES.put("embedding", new Case(input(9), embedding(200, 30)));
        CASES.put("lstm", new Case(input(9, 40), lstm(30)));
        CASES.put("gru", new Case(input(9, 40), gru(30)));
        CASES.put("batchNorm", new Case(input(50), batchNorm()));
        CASES.put("layerNorm", new Case(input(50), layerNorm()));
        CASES.put("multiHeadAttention", new Case(input(9, 64), multiHeadAttention(4, 8)));
        CASES.put("bidirectional", new Case(input(9, 40), bidirectional(lstm(30))));
    }

    static Stream<String> keras() {
        return reference("keras").keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("keras")
    void begins_as_in_keras(String name) {
        Case model = CASES.get(name);
        Graph graph = Stack.of(List.of(model.input(), model.layer())).graph();
        List<JsonElement> expected = reference("keras").getAsJsonArray(name).asList();
        assertThat(graph.weights()).hasSameSizeAs(expected);
        Map<String, float[]> first = first(graph);
        for (int i = 0; i < expected.size(); i++) {
            String weight = graph.weights().get(i).name();
            assertSpread(weight, first.get(weight), expected.get(i).getAsJsonObject());
        }
    }

    static Stream<String> torch() {
        return reference("torch").keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("torch")
    void begins_as_in_pytorch_if_told_so(String name) throws Misfit {
        Case model = CASES.get(name);
        Layer layer = name.equals("multiHeadAttention") ? multiHeadAttention(4, 16) : model.layer();
        Graph graph = Stack.of(List.of(model.input().pytorch(), layer)).graph();
        Map<String, FloatArray> first = TorchNames.stateDict(graph, first(graph));
        JsonObject expected = reference("torch").getAsJsonObject(name);
        assertThat(first).hasSameSizeAs(expected.keySet());
        first.forEach(
                (weight, array) -> {
                    String part = weight.substring(weight.indexOf('.') + 1);
                    assertSpread(weight, array.values(), expected.getAsJsonObject(part));
                });
    }

    /** As close as two draws of so many numbers are: apart by chance once in a million times. */
    private static void assertSpread(String weight, float[] values, JsonObject expected) {
        int count = expected.get("count").getAsInt();
        double deviation = expected.get("deviation").getAsDouble();
        double mean = 0;
        for (float value : values) {
            mean += value / (double) count;
        }
        double squares = 0;
        float largest = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean) / count;
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(values).as(weight).hasSize(count);
        assertThat(mean)
                .as("mean of %s", weight)
                .isCloseTo(
                        expected.get("mean").getAsDouble(),
                        within(1e-6 + 6.5 * deviation / Math.sqrt(count)));
        assertThat(Math.sqrt(squares))
                .as("deviation of %s", weight)
                .isCloseTo(deviation, within(1e-6 + 6.5 * deviation / Math.sqrt(2.0 * count)));
        double bound =
                Math.max(
                        -expected.get("least").getAsDouble(),
                        expected.get("largest").getAsDouble());
        // Numbers that are cut off come close to where they are cut; others have long tails.
        if (bound < 2 * deviation && count > 1000) {
            assertThat((double) largest)
                    .as("bound of %s", weight)
                    .isCloseTo(bound, within(0.02 * bound));
        }
    }

    private static Map<String, float[]> first(Graph graph) {
        SplittableRandom random = new SplittableRandom(4);
        Map<String, float[]> first = new LinkedHashMap<>();
        for (Weight weight : graph.weights()) {
            first.put(weight.name(), weight.first(random.split()));
        }
        return first;
    }

    private static JsonObject reference(String framework) {
        String file = "/dev/lungo/weight/first-" + framework + ".json";
        try (Reader json =
                new InputStreamReader(
                        FirstWeightsTests.class.getResourceAsStream(file),
                        StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(json).getAsJsonObject();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
