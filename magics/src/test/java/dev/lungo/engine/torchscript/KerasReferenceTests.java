package dev.lungo.engine.torchscript;

import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.maxPool2d;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lungo.data.ByteValues;
import dev.lungo.data.Labels;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Stack;
import dev.lungo.loss.SparseCategoricalCrossentropy;
import dev.lungo.optim.AdaGrad;
import dev.lungo.optim.Adam;
import dev.lungo.optim.AdamW;
import dev.lungo.optim.Optimizer;
import dev.lungo.optim.RmsProp;
import dev.lungo.optim.Sgd;
import dev.lungo.tensor.Shape;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Training gives Keras' numbers: losses, weights and probabilities made by
 * src/test/golden/make_cnn.py.
 */
class KerasReferenceTests {
    private static final double[] SCALES = {0.8, 0.1, 0.5, 0.1, 0.4, 0.1, 0.9, 0.1};
    private static final int IMAGES = 24;
    private static final int BATCH = 8;

    private final Graph graph =
            Stack.of(
                            List.of(
                                    input(12, 12, 1),
                                    conv2d(4, 3).relu(),
                                    maxPool2d(2),
                                    conv2d(6, 3).relu(),
                                    flatten(),
                                    dense(8).relu(),
                                    dense(5).softmax()))
                    .graph();
    private JsonObject reference;
    private Network network;
    private Network.Examples examples;

    private void open(String name, Optimizer optimizer) {
        InputStream json =
                getClass().getResourceAsStream("/dev/lungo/engine/cnn-" + name + ".json");
        reference =
                JsonParser.parseReader(new InputStreamReader(json, StandardCharsets.UTF_8))
                        .getAsJsonObject();
        Objective objective = new Objective(optimizer, new SparseCategoricalCrossentropy());
        Program program = new Program(graph, Transform.unit(), Optional.of(objective));
        network = Engine.load().open(program, firstWeights());
        network.threads(1);
        examples = network.place(images(), labels());
    }

    static Stream<Arguments> optimizers() {
        return Stream.of(
                arguments("adam", new Adam(0.001)),
                arguments("adamw", new AdamW(0.001).weightDecay(0.01)),
                arguments("sgd", new Sgd(0.05)),
                arguments("sgd-momentum", new Sgd(0.02).momentum(0.9)),
                arguments("sgd-nesterov", new Sgd(0.02).momentum(0.9).nesterov()),
                arguments("rmsprop", new RmsProp(0.001)),
                arguments("adagrad", new AdaGrad(0.01)));
    }

    @AfterEach
    void close() {
        examples.close();
        network.close();
    }

    @Test
    void gives_the_same_probabilities_and_loss_before_training() {
        open("adam", new Adam(0.001));
        JsonObject start = reference.getAsJsonObject("atStart");
        Network.Answers answers = network.evaluate(examples, 0, IMAGES);

        JsonArray rows = start.getAsJsonArray("probabilitiesOfFirst3");
        for (int i = 0; i < 15; i++) {
            assertThat(answers.outputs()[i])
                    .isCloseTo(
                            rows.get(i / 5).getAsJsonArray().get(i % 5).getAsFloat(),
                            within(1e-6f));
        }
        assertThat(mean(answers.losses())).isCloseTo(number(start, "loss"), within(1e-6));
        assertThat(network.predict(examples, 0, IMAGES)).containsExactly(answers.outputs());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void takes_the_same_steps_as_keras_does(String name, Optimizer optimizer) {
        open(name, optimizer);
        JsonArray losses = reference.getAsJsonArray("losses");
        for (int step = 1; step <= 100; step++) {
            double tolerance = step == 1 ? 1e-5 : step <= 10 ? 1e-4 : 1e-3;
            int batch = (step - 1) % (IMAGES / BATCH);
            Network.Steps done =
                    network.train(examples, batch(batch), BATCH, rates(optimizer, 1), false);
            double expected = losses.get(step - 1).getAsDouble();
            assertThat(done.loss() / BATCH)
                    .as("loss of step %d", step)
                    .isCloseTo(expected, within(tolerance * expected));
            JsonObject kept = reference.getAsJsonObject("weightsAfterStep");
            if (kept.has(String.valueOf(step))) {
                assertWeights(kept.getAsJsonObject(String.valueOf(step)), step, tolerance);
            }
        }
    }

    @Test
    void gives_the_same_digits_however_many_batches_a_call_has() {
        open("adam", new Adam(0.001));
        double apart = 0;
        for (int batch = 0; batch < 3; batch++) {
            apart +=
                    network.train(examples, batch(batch), BATCH, rates(new Adam(0.001), 1), false)
                            .loss();
        }
        Map<String, float[]> expected = network.weights();
        close();

        open("adam", new Adam(0.001));
        int[] all = IntStream.range(0, IMAGES).toArray();
        assertThat(network.train(examples, all, BATCH, rates(new Adam(0.001), 3), false).loss())
                .isEqualTo(apart);
        network.weights()
                .forEach((name, values) -> assertThat(values).isEqualTo(expected.get(name)));
    }

    private void assertWeights(JsonObject kept, int step, double tolerance) {
        Map<String, float[]> weights = network.weights();
        int p = 0;
        for (Weight weight : graph.weights()) {
            String name = kerasName(p++);
            float[] values = inKerasLayout(weight, weights.get(weight.name()));
            JsonObject expected = kept.getAsJsonObject(name);
            JsonArray first = expected.getAsJsonArray("first16");
            double norm = Math.sqrt(number(expected, "sumOfSquares"));
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

    private static String kerasName(int p) {
        String layer = List.of("conv2d 1", "conv2d 2", "dense 1", "dense 2").get(p / 2);
        return layer + (p % 2 == 0 ? " kernel" : " bias");
    }

    private Map<String, float[]> firstWeights() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (int p = 0; p < graph.weights().size(); p++) {
            Weight weight = graph.weights().get(p);
            float[] keras = new float[weight.elements()];
            for (int n = 0; n < keras.length; n++) {
                int h = (31 * n * n + 7919 * n + 104729 * (p + 1)) % 10007;
                keras[n] = (float) ((h / 10007.0 - 0.5) * SCALES[p]);
            }
            float[] ours = new float[keras.length];
            int[] places = kerasPlaces(weight);
            for (int i = 0; i < ours.length; i++) {
                ours[i] = keras[places[i]];
            }
            weights.put(weight.name(), ours);
        }
        return weights;
    }

    private static float[] inKerasLayout(Weight weight, float[] ours) {
        float[] keras = new float[ours.length];
        int[] places = kerasPlaces(weight);
        for (int i = 0; i < ours.length; i++) {
            keras[places[i]] = ours[i];
        }
        return keras;
    }

    /**
     * For each of our values (out, in, height, width) its place in Keras' layout (height, width,
     * in, out).
     */
    private static int[] kerasPlaces(Weight weight) {
        List<Integer> sizes = weight.sizes();
        int out = sizes.get(0);
        int in = sizes.size() > 1 ? sizes.get(1) : 1;
        int window = sizes.size() > 2 ? sizes.get(2) * sizes.get(3) : 1;
        int[] places = new int[out * in * window];
        for (int o = 0, at = 0; o < out; o++) {
            for (int i = 0; i < in; i++) {
                for (int w = 0; w < window; w++) {
                    places[at++] = (w * in + i) * out + o;
                }
            }
        }
        return places;
    }

    private static ByteValues images() {
        byte[] pixels = new byte[IMAGES * 144];
        for (int k = 0, at = 0; k < IMAGES; k++) {
            for (int i = 0; i < 12; i++) {
                for (int j = 0; j < 12; j++) {
                    int pixel =
                            31 * k * k
                                    + 7 * i * i
                                    + 13 * j * j * j
                                    + 29 * k * j
                                    + 17 * i * j
                                    + 5 * i * k;
                    pixels[at++] = (byte) (pixel % 256);
                }
            }
        }
        return new ByteValues(pixels, 0, IMAGES, Shape.of(12, 12, 1));
    }

    private static Labels labels() {
        return new Labels(IntStream.range(0, IMAGES).map(k -> k % 5).toArray(), 0, IMAGES);
    }

    private static int[] batch(int number) {
        return IntStream.range(number * BATCH, (number + 1) * BATCH).toArray();
    }

    private static double[] rates(Optimizer optimizer, int steps) {
        return LongStream.range(0, steps).mapToDouble(optimizer.tuning().rate()::rate).toArray();
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double number(JsonObject object, String name) {
        return object.get(name).getAsDouble();
    }
}
