package dev.lungo.engine.torchscript;

import static dev.lungo.Lungo.adadelta;
import static dev.lungo.Lungo.adagrad;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.adamW;
import static dev.lungo.Lungo.adamax;
import static dev.lungo.Lungo.cosine;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.lion;
import static dev.lungo.Lungo.nadam;
import static dev.lungo.Lungo.rmsprop;
import static dev.lungo.Lungo.sgd;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.lungo.data.FloatValues;
import dev.lungo.data.Labels;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.graph.Weight;
import dev.lungo.layer.Stack;
import dev.lungo.optim.Golden;
import dev.lungo.optim.Optimizer;
import dev.lungo.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every optimizer gives the numbers of Keras and of PyTorch, made by
 * src/test/golden/make_optimizers.py.
 */
class OptimizerReferenceTests {
    private static final double[] SCALES = {1.8, 0.2, 1.8, 0.2};
    private static final int ROWS = 24;
    private static final int BATCH = 8;

    private final Graph graph =
            Stack.of(List.of(input(6), dense(8).tanh(), dense(3).softmax())).graph();

    static Stream<Arguments> optimizers() {
        var falling = cosine(0.02, 50).downTo(0.002);
        return Stream.of(
                arguments("keras", "adam", adam(0.01)),
                arguments("keras", "adam-amsgrad", adam(0.01).beta2(0.9).amsgrad()),
                arguments("keras", "adam-weightDecay", adam(0.01).weightDecay(0.1)),
                arguments("keras", "adam-clipNorm", adam(0.01).epsilon(1e-2).clipNorm(0.02)),
                arguments("keras", "adamW", adamW(0.01)),
                arguments("keras", "sgd", sgd(0.1)),
                arguments("keras", "sgd-momentum", sgd(0.05).momentum(0.9)),
                arguments("keras", "sgd-nesterov", sgd(0.05).momentum(0.9).nesterov()),
                arguments("keras", "sgd-weightDecay", sgd(0.1).weightDecay(0.05)),
                arguments("keras", "sgd-clipValue", sgd(0.5).clipValue(0.01)),
                arguments("keras", "sgd-clipNorm", sgd(0.5).clipNorm(0.05)),
                arguments("keras", "sgd-globalClipNorm", sgd(0.5).globalClipNorm(0.1)),
                arguments("keras", "sgd-momentum-cosine", sgd(falling).momentum(0.9)),
                arguments("keras", "rmsprop", rmsprop(0.005)),
                arguments("keras", "rmsprop-momentum", rmsprop(0.002).momentum(0.9)),
                arguments("keras", "rmsprop-centered", rmsprop(0.005).centered()),
                arguments("keras", "rmsprop-weightDecay", rmsprop(0.005).weightDecay(0.1)),
                arguments("keras", "adagrad", adagrad(0.05)),
                arguments("keras", "adagrad-weightDecay", adagrad(0.05).weightDecay(0.1)),
                arguments("keras", "adadelta", adadelta(1)),
                arguments("keras", "nadam", nadam(0.01)),
                arguments("keras", "adamax", adamax(0.01)),
                arguments("keras", "lion", lion(0.001)),
                arguments("keras", "lion-weightDecay", lion(0.001).weightDecay(0.1)),
                arguments("torch", "adadelta", adadelta(1).pytorch()),
                arguments("torch", "nadam", nadam(0.01).pytorch()),
                arguments("torch", "nadam-weightDecay", nadam(0.01).pytorch().weightDecay(0.1)),
                arguments("torch", "adamax", adamax(0.01).pytorch()),
                arguments("torch", "adam", adam(0.01).pytorch()),
                arguments("torch", "adam-amsgrad", adam(0.01).pytorch().beta2(0.9).amsgrad()),
                arguments("torch", "adam-weightDecay", adam(0.01).pytorch().weightDecay(0.1)),
                arguments("torch", "adamW", adamW(0.01).pytorch()),
                arguments("torch", "sgd-momentum", sgd(0.05).pytorch().momentum(0.9)),
                arguments("torch", "sgd-nesterov", sgd(0.05).pytorch().momentum(0.9).nesterov()),
                arguments("torch", "sgd-weightDecay", sgd(0.1).pytorch().weightDecay(0.05)),
                arguments("torch", "sgd-clipValue", sgd(0.5).pytorch().clipValue(0.01)),
                arguments("torch", "sgd-globalClipNorm", sgd(0.5).pytorch().globalClipNorm(0.1)),
                arguments("torch", "sgd-momentum-cosine", sgd(falling).pytorch().momentum(0.9)),
                arguments("torch", "rmsprop", rmsprop(0.002).pytorch()),
                arguments("torch", "rmsprop-momentum", rmsprop(5e-4).pytorch().momentum(0.9)),
                arguments("torch", "rmsprop-centered", rmsprop(0.002).pytorch().centered()),
                arguments(
                        "torch", "rmsprop-weightDecay", rmsprop(0.002).pytorch().weightDecay(0.1)),
                arguments("torch", "adagrad", adagrad(0.05).pytorch()),
                arguments(
                        "torch", "adagrad-weightDecay", adagrad(0.05).pytorch().weightDecay(0.1)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("optimizers")
    void takes_the_reference_steps(String library, String name, Optimizer optimizer) {
        JsonObject golden = golden(library, name);
        try (Network network = open(optimizer);
                Network.Examples examples = network.place(rows(), labels())) {
            for (int step = 0; step < 100; step++) {
                double loss = train(network, examples, optimizer, step, 1) / BATCH;
                String done = String.valueOf(step + 1);
                if (golden.getAsJsonObject("losses").has(done)) {
                    double tolerance = step == 0 ? 1e-5 : step < 10 ? 1e-4 : 1e-3;
                    double expected = golden.getAsJsonObject("losses").get(done).getAsDouble();
                    assertThat(loss)
                            .as("loss of step %s", done)
                            .isCloseTo(expected, within(tolerance * expected));
                    JsonArray weights = golden.getAsJsonObject("weights").getAsJsonArray(done);
                    assertClose(network.weights(), weights, tolerance, "after step " + done);
                }
            }
        }
    }

    @Test
    void has_the_reference_gradients() {
        try (Network network = open(sgd(1));
                Network.Examples examples = network.place(rows(), labels())) {
            Map<String, float[]> before = network.weights();
            train(network, examples, sgd(1), 0, 1);
            Map<String, float[]> gradients = new LinkedHashMap<>();
            network.weights()
                    .forEach((name, after) -> gradients.put(name, minus(before.get(name), after)));
            JsonArray expected = golden("keras", "sgd").getAsJsonArray("gradients");
            assertClose(gradients, expected, 1e-5, "gradient");
        }
    }

    @Test
    void gives_each_step_its_own_rate_however_many_a_call_takes() {
        Optimizer optimizer = sgd(cosine(0.1, 9));
        assertThat(trained(optimizer, 3)).isEqualTo(trained(optimizer, 1));
    }

    private Map<String, List<Float>> trained(Optimizer optimizer, int stepsPerCall) {
        try (Network network = open(optimizer);
                Network.Examples examples = network.place(rows(), labels())) {
            for (int step = 0; step < 9; step += stepsPerCall) {
                train(network, examples, optimizer, step, stepsPerCall);
            }
            Map<String, List<Float>> weights = new LinkedHashMap<>();
            network.weights().forEach((name, values) -> weights.put(name, boxed(values)));
            return weights;
        }
    }

    private static JsonObject golden(String library, String name) {
        return Golden.of(library).getAsJsonObject("trained").getAsJsonObject(name);
    }

    private Network open(Optimizer optimizer) {
        Objective objective = new Objective(optimizer, sparseCategoricalCrossentropy());
        Program program = new Program(graph, Transform.raw(), Optional.of(objective));
        Network network = Engine.load().open(program, firstWeights());
        network.threads(1);
        return network;
    }

    private static double train(
            Network network, Network.Examples examples, Optimizer optimizer, int step, int steps) {
        int first = step * BATCH % ROWS;
        return network.train(
                        examples,
                        IntStream.range(first, first + steps * BATCH).toArray(),
                        BATCH,
                        LongStream.range(step, step + steps)
                                .mapToDouble(optimizer.tuning().rate()::rate)
                                .toArray(),
                        false)
                .loss();
    }

    private void assertClose(
            Map<String, float[]> found, JsonArray expected, double tolerance, String when) {
        for (int p = 0; p < graph.weights().size(); p++) {
            Weight weight = graph.weights().get(p);
            float[] ours = found.get(weight.name());
            JsonArray theirs = expected.get(p).getAsJsonArray();
            double norm = 0;
            for (var value : theirs) {
                norm += value.getAsDouble() * value.getAsDouble();
            }
            int[] places = kerasPlaces(weight);
            for (int i = 0; i < ours.length; i++) {
                assertThat((double) ours[i])
                        .as("%s[%d] %s", weight.name(), i, when)
                        .isCloseTo(
                                theirs.get(places[i]).getAsDouble(),
                                within(tolerance * Math.sqrt(norm)));
            }
        }
    }

    private Map<String, float[]> firstWeights() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        for (int p = 0; p < graph.weights().size(); p++) {
            Weight weight = graph.weights().get(p);
            int[] places = kerasPlaces(weight);
            float[] values = new float[places.length];
            for (int i = 0; i < values.length; i++) {
                long n = places[i];
                long h = (31 * n * n + 7919 * n + 104729 * (p + 1)) % 10007;
                values[i] = (float) ((h / 10007.0 - 0.5) * SCALES[p]);
            }
            weights.put(weight.name(), values);
        }
        return weights;
    }

    /** For each of our values (out, in) its place in Keras' layout (in, out). */
    private static int[] kerasPlaces(Weight weight) {
        int out = weight.sizes().get(0);
        int in = weight.elements() / out;
        return IntStream.range(0, out * in).map(i -> i % in * out + i / in).toArray();
    }

    private static float[] minus(float[] some, float[] others) {
        float[] difference = new float[some.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = some[i] - others[i];
        }
        return difference;
    }

    private static List<Float> boxed(float[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    private static FloatValues rows() {
        float[] values = new float[ROWS * 6];
        for (int k = 0, at = 0; k < ROWS; k++) {
            for (int i = 0; i < 6; i++) {
                int x = (31 * k * k + 7 * i * i * i + 29 * k * i + 5 * i) % 256;
                values[at++] = x / 128f - 1;
            }
        }
        return new FloatValues(values, 0, ROWS, Shape.of(6));
    }

    private static Labels labels() {
        return new Labels(IntStream.range(0, ROWS).map(k -> k % 3).toArray(), 0, ROWS);
    }
}
