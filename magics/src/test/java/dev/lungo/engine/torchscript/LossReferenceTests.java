package dev.lungo.engine.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lungo.Lungo;
import dev.lungo.data.FloatValues;
import dev.lungo.data.Labels;
import dev.lungo.data.Numbers;
import dev.lungo.data.Targets;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Dense;
import dev.lungo.layer.Stack;
import dev.lungo.loss.Loss;
import dev.lungo.optim.Sgd;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every loss gives the numbers of Keras and PyTorch: losses, gradients and weights made by
 * src/test/golden/make_losses.py and make_cross_entropy.py.
 */
class LossReferenceTests {
    private static final int EXAMPLES = 12;
    private static final int BATCH = 4;
    private static final float[] CLASS_WEIGHTS = {1, 4, 0.5f};

    static Stream<Arguments> losses() {
        var sparse = Lungo.sparseCategoricalCrossentropy();
        var categorical = Lungo.categoricalCrossentropy();
        var binary = Lungo.binaryCrossentropy();
        var crossEntropy = Lungo.crossEntropy();
        return Stream.of(
                arguments("keras", "sparse", sparse),
                arguments("keras", "sparse-logits", sparse.fromLogits()),
                arguments("keras", "sparse-logits-softmax", sparse.fromLogits()),
                arguments("keras", "sparse-weighted", sparse),
                arguments("keras", "categorical", categorical),
                arguments("keras", "categorical-logits", categorical.fromLogits()),
                arguments("keras", "categorical-smooth", categorical.labelSmoothing(0.1)),
                arguments("keras", "binary", binary),
                arguments("keras", "binary-logits", binary.fromLogits()),
                arguments("keras", "binary-several", binary),
                arguments("keras", "binary-smooth", binary.labelSmoothing(0.1)),
                arguments("keras", "mse", Lungo.mse()),
                arguments("keras", "mse-sigmoid", Lungo.mse()),
                arguments("keras", "mae", Lungo.mae()),
                arguments("keras", "huber", Lungo.huber()),
                arguments("keras", "huber-half", Lungo.huber(0.5)),
                arguments("keras", "hinge", Lungo.hinge()),
                arguments("keras", "hinge-tanh", Lungo.hinge()),
                arguments("keras", "squared-hinge", Lungo.squaredHinge()),
                arguments("keras", "categorical-hinge", Lungo.categoricalHinge()),
                arguments("keras", "binary-focal", Lungo.binaryFocalCrossentropy()),
                arguments("keras", "categorical-focal", Lungo.categoricalFocalCrossentropy()),
                arguments("keras", "kl-divergence", Lungo.klDivergence()),
                arguments("keras", "poisson", Lungo.poisson()),
                arguments("keras", "cosine", Lungo.cosineSimilarity()),
                arguments("keras", "mape", Lungo.mape()),
                arguments("keras", "msle", Lungo.msle()),
                arguments("keras", "log-cosh", Lungo.logCosh()),
                arguments("keras", "mse", Lungo.loss("mse", (p, y) -> p.sub(y).square())),
                arguments("keras", "huber-half", Lungo.loss("huber", LossReferenceTests::huber)),
                arguments("keras", "binary-focal", Lungo.loss("f", LossReferenceTests::focal)),
                arguments(
                        "keras",
                        "sparse-weighted",
                        Lungo.loss("nll", (p, y) -> p.pick(y).log().neg())),
                arguments("pytorch", "cross-entropy", crossEntropy),
                arguments("pytorch", "cross-entropy-smooth", crossEntropy.labelSmoothing(0.1)),
                arguments("pytorch", "cross-entropy-one-hot", crossEntropy),
                arguments(
                        "pytorch",
                        "cross-entropy-one-hot-smooth",
                        crossEntropy.labelSmoothing(0.2)),
                arguments("pytorch", "cross-entropy-softmax", crossEntropy));
    }

    private static Tensor huber(Tensor p, Tensor y) {
        Tensor far = p.sub(y).abs();
        return far.le(0.5).where(far.square().mul(0.5), far.sub(0.25).mul(0.5)).mean(-1);
    }

    private static Tensor focal(Tensor p, Tensor y) {
        Tensor right = y.gt(0.5).where(p, p.neg().add(1));
        return right.neg().add(1).square().mul(right.log()).neg();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void takes_the_same_steps(String origin, String name, Loss loss) {
        JsonObject reference = reference(origin).getAsJsonObject(name);
        int outputs = reference.get("outputs").getAsInt();
        Graph graph = graph(reference.get("ending").getAsString(), outputs);
        Targets targets = targets(reference.get("targets").getAsString(), outputs);
        float[] weights = name.endsWith("weighted") ? weights((Labels) targets) : new float[0];
        double atStart = reference.get("atStart").getAsDouble();
        try (Network network = network(graph, loss.comparedWith(graph, targets));
                Network.Examples examples = network.place(inputs(), targets, weights)) {
            assertThat(mean(network.evaluate(examples, 0, EXAMPLES).losses()))
                    .isCloseTo(atStart, within(1e-6 * Math.max(1, atStart)));
            float[] before = values(graph, network);
            float[] gradients = numbers(reference.getAsJsonArray("gradients"));
            for (int step = 1; step <= 100; step++) {
                double tolerance = step == 1 ? 1e-5 : step <= 10 ? 1e-4 : 1e-3;
                double given =
                        network.train(examples, batch(step), BATCH, new double[] {0.05}, false)
                                        .loss()
                                / BATCH;
                double expected = reference.getAsJsonArray("losses").get(step - 1).getAsDouble();
                // A cosine is between -1 and 1, however close to 0 it comes.
                double size = name.equals("cosine") ? 1 : expected;
                assertThat(given)
                        .as("loss of step %d", step)
                        .isCloseTo(expected, within(tolerance * size));
                String kept = String.valueOf(step);
                if (reference.getAsJsonObject("weights").has(kept)) {
                    assertClose(
                            values(graph, network),
                            numbers(reference.getAsJsonObject("weights").getAsJsonArray(kept)),
                            tolerance);
                }
                if (step == 1) {
                    assertClose(slope(before, values(graph, network)), gradients, 1e-5);
                }
            }
        }
    }

    private JsonObject reference(String origin) {
        var json = getClass().getResourceAsStream("/dev/lungo/loss/" + origin + ".json");
        return JsonParser.parseReader(new InputStreamReader(json, StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private static Graph graph(String ending, int outputs) {
        Dense plain = Lungo.dense(outputs);
        Dense last =
                switch (ending) {
                    case "softmax" -> plain.softmax();
                    case "sigmoid" -> plain.sigmoid();
                    case "tanh" -> plain.tanh();
                    case "softplus" -> plain.softplus();
                    default -> plain;
                };
        return Stack.of(List.of(Lungo.input(4), Lungo.dense(5).tanh(), last)).graph();
    }

    private static Network network(Graph graph, Loss loss) {
        Objective objective = new Objective(new Sgd(0.05), loss);
        Program program = new Program(graph, Transform.raw(), Optional.of(objective));
        Map<String, float[]> first = new LinkedHashMap<>();
        for (int p = 0; p < graph.weights().size(); p++) {
            Weight weight = graph.weights().get(p);
            float[] ours = new float[weight.elements()];
            for (int i = 0; i < ours.length; i++) {
                ours[i] = (float) unit(kerasPlace(weight, i), p);
            }
            first.put(weight.name(), ours);
        }
        Network network = Engine.load().open(program, first);
        network.threads(1);
        return network;
    }

    /** All weights in Keras' layout: a kernel has inputs, outputs; ours outputs, inputs. */
    private static float[] values(Graph graph, Network network) {
        float[] all = new float[graph.weights().stream().mapToInt(Weight::elements).sum()];
        int first = 0;
        Map<String, float[]> values = network.weights();
        for (Weight weight : graph.weights()) {
            float[] ours = values.get(weight.name());
            for (int i = 0; i < ours.length; i++) {
                all[first + kerasPlace(weight, i)] = ours[i];
            }
            first += ours.length;
        }
        return all;
    }

    private static int kerasPlace(Weight weight, int i) {
        if (weight.sizes().size() == 1) {
            return i;
        }
        int inputs = weight.sizes().get(1);
        return i % inputs * weight.sizes().get(0) + i / inputs;
    }

    private static int h(int n, int salt) {
        return (31 * n * n + 7919 * n + 104729 * (salt + 1)) % 10007;
    }

    private static double unit(int n, int salt) {
        return h(n, salt) / 10007.0 - 0.5;
    }

    private static FloatValues inputs() {
        float[] x = new float[EXAMPLES * 4];
        for (int n = 0; n < x.length; n++) {
            x[n] = (float) (2 * unit(n, 9));
        }
        return new FloatValues(x, 0, EXAMPLES, Shape.of(4));
    }

    private static Targets targets(String kind, int outputs) {
        int[] classes = IntStream.range(0, EXAMPLES).map(k -> k % outputs).toArray();
        if (kind.equals("classes")) {
            return new Labels(classes, 0, EXAMPLES);
        }
        float[] y = new float[EXAMPLES * outputs];
        for (int n = 0; n < y.length; n++) {
            y[n] =
                    switch (kind) {
                        case "one-hot" -> classes[n / outputs] == n % outputs ? 1 : 0;
                        case "yes or no" -> h(n, 7) % 2;
                        case "shares" -> (float) (unit(n, 8) + 0.5);
                        case "hundreds" -> (float) (100 * unit(n, 8) + 150);
                        default -> (float) (3 * unit(n, 8));
                    };
        }
        return new Numbers(y, 0, EXAMPLES, Shape.of(outputs));
    }

    private static float[] weights(Labels labels) {
        float[] weights = new float[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            weights[i] = CLASS_WEIGHTS[labels.label(i)];
        }
        return weights;
    }

    private static int[] batch(int step) {
        int first = (step - 1) * BATCH % EXAMPLES;
        return IntStream.range(first, first + BATCH).toArray();
    }

    /** The gradient that a step of plain descent followed. */
    private static float[] slope(float[] before, float[] after) {
        float[] slope = new float[before.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (before[i] - after[i]) / 0.05f;
        }
        return slope;
    }

    private static void assertClose(float[] given, float[] expected, double tolerance) {
        double norm =
                Math.sqrt(
                        IntStream.range(0, expected.length)
                                .mapToDouble(i -> Math.pow(expected[i], 2))
                                .sum());
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) given[i])
                    .as("value %d", i)
                    .isCloseTo(expected[i], within(tolerance * norm));
        }
    }

    private static float[] numbers(JsonArray array) {
        float[] numbers = new float[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).getAsFloat();
        }
        return numbers;
    }

    private static double mean(float[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }
}
