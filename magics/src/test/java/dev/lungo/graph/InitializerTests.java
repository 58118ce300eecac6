package dev.lungo.graph;

import static dev.lungo.Lungo.constant;
import static dev.lungo.Lungo.glorotNormal;
import static dev.lungo.Lungo.glorotUniform;
import static dev.lungo.Lungo.heNormal;
import static dev.lungo.Lungo.heUniform;
import static dev.lungo.Lungo.lecunNormal;
import static dev.lungo.Lungo.lecunUniform;
import static dev.lungo.Lungo.orthogonal;
import static dev.lungo.Lungo.randomNormal;
import static dev.lungo.Lungo.randomUniform;
import static dev.lungo.Lungo.truncatedNormal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lungo.layer.BatchNorm;
import dev.lungo.layer.Conv2d;
import dev.lungo.layer.Dense;
import dev.lungo.layer.Input;
import dev.lungo.layer.Layer;
import dev.lungo.layer.LayerNorm;
import dev.lungo.layer.Lstm;
import dev.lungo.layer.MultiHeadAttention;
import dev.lungo.layer.Stack;
import dev.lungo.layer.TransformerEncoder;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTests {
    private static final int IN = 300;
    private static final int OUT = 100;

    /** Deviation and largest value as Keras documents them, for 300 inputs and 100 outputs. */
    static Stream<Arguments> formulas() {
        double glorot = Math.sqrt(2.0 / (IN + OUT));
        double he = Math.sqrt(2.0 / IN);
        double lecun = Math.sqrt(1.0 / IN);
        double cut = 2 / 0.87962566103423978;
        return Stream.of(
                arguments(glorotUniform(), glorot, Math.sqrt(3) * glorot),
                arguments(glorotNormal(), glorot, cut * glorot),
                arguments(heUniform(), he, Math.sqrt(3) * he),
                arguments(heNormal(), he, cut * he),
                arguments(lecunUniform(), lecun, Math.sqrt(3) * lecun),
                arguments(lecunNormal(), lecun, cut * lecun),
                arguments(randomUniform(0.05), 0.05 / Math.sqrt(3), 0.05),
                arguments(randomNormal(0.05), 0.05, 0.05 * 6),
                arguments(truncatedNormal(0.05), 0.05 * 0.87962566103423978, 0.1),
                arguments(constant(0.5), 0, 0.5));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void spreads_as_its_formula_says(Initializer initializer, double deviation, double largest) {
        Weight weight = weights(new Dense(OUT).kernelInitializer(initializer)).get(0);
        float[] values = weight.first(new SplittableRandom(1));
        double mean =
                IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElseThrow();
        double square =
                IntStream.range(0, values.length)
                        .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                        .average()
                        .orElseThrow();
        assertThat(Math.sqrt(square)).isCloseTo(deviation, within(0.02 * deviation));
        for (float value : values) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo((float) largest);
        }
    }

    @Test
    void orthogonal_rows_or_columns_stand_at_right_angles() {
        for (int[] sizes : new int[][] {{4, 9}, {9, 4}}) {
            Weight weight = weight(sizes[0], sizes[1]);
            float[] m = orthogonal().values(weight, new SplittableRandom(2));
            boolean rows = sizes[0] < sizes[1];
            for (int a = 0; a < 4; a++) {
                for (int b = 0; b < 4; b++) {
                    double dot = 0;
                    for (int k = 0; k < 9; k++) {
                        dot += rows ? m[a * 9 + k] * m[b * 9 + k] : m[k * 4 + a] * m[k * 4 + b];
                    }
                    assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-6));
                }
            }
        }
    }

    @Test
    void pytorch_begins_uniform_within_one_by_the_root_of_the_inputs() {
        List<Weight> dense = weights(new Dense(OUT).pytorch());
        assertThat(dense)
                .extracting(Weight::initializer)
                .containsOnly(new Initializer.Uniform(1 / Math.sqrt(IN)));
        Input asTorch = new Input(Shape.of(IN)).pytorch();
        assertThat(Stack.of(List.of(asTorch, new Dense(OUT))).graph().weights())
                .containsExactlyElementsOf(dense);
        assertThat(Stack.of(asTorch, new Dense(OUT).of(asTorch)).graph().weights())
                .containsExactlyElementsOf(dense);
        Graph conv = graph(Shape.of(9, 9, 4), new Conv2d(8, Window.square(3)).groups(2).pytorch());
        assertThat(conv.weights())
                .extracting(Weight::initializer)
                .containsOnly(new Initializer.Uniform(1 / Math.sqrt(2 * 9)));
        assertThat(graph(Shape.of(7, 4), new Lstm(16).pytorch()).weights())
                .extracting(Weight::initializer)
                .containsOnly(new Initializer.Uniform(0.25));
    }

    @Test
    void pytorch_begins_attention_with_one_kernel_for_all_three() {
        List<Weight> weights =
                graph(Shape.of(7, 12), new MultiHeadAttention(3, 4).pytorch()).weights();
        Initializer zero = new Initializer.Constant(0);
        Initializer glorot = new Initializer.Uniform(Math.sqrt(6 / (12.0 + 36)));
        assertThat(weights)
                .extracting(Weight::initializer)
                .containsExactly(
                        glorot,
                        zero,
                        glorot,
                        zero,
                        glorot,
                        zero,
                        new Initializer.Uniform(1 / Math.sqrt(12)),
                        zero);
    }

    @Test
    void a_layer_inside_one_of_pytorch_is_of_pytorch_too() {
        assertThat(graph(Shape.of(7, 4), new TransformerEncoder(2, 9).pytorch()).nodes())
                .filteredOn(node -> node.operation() instanceof NormOperation.LayerNorm)
                .extracting(node -> ((NormOperation.LayerNorm) node.operation()).epsilon())
                .containsExactly(1e-5, 1e-5);
        assertThat(graph(Shape.of(7, 4), new TransformerEncoder(2, 9).pytorch()).weights())
                .filteredOn(weight -> weight.name().endsWith("dense.kernel"))
                .extracting(Weight::initializer)
                .containsExactly(new Initializer.Uniform(0.5));
    }

    @Test
    void norms_take_pytorchs_defaults_where_nothing_was_chosen() {
        var norm = new BatchNorm().momentum(0.8).pytorch();
        var operation = (NormOperation.BatchNorm) graph(Shape.of(4), norm).output().operation();
        assertThat(operation.momentum()).isEqualTo(0.8);
        assertThat(operation.epsilon()).isEqualTo(1e-5);
        assertThat(operation.unbiased()).isTrue();
        Graph all = Stack.of(List.of(new Input(Shape.of(4)).pytorch(), new LayerNorm())).graph();
        assertThat(((NormOperation.LayerNorm) all.output().operation()).epsilon()).isEqualTo(1e-5);
    }

    @Test
    void an_lstm_begins_by_remembering() {
        Weight bias = graph(Shape.of(7, 4), new Lstm(2)).weights().get(2);
        assertThat(bias.first(new SplittableRandom(3))).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void counts_the_fans_of_attention_as_keras_does() {
        List<Weight> weights = graph(Shape.of(7, 12), new MultiHeadAttention(3, 5)).weights();
        assertThat(weights.get(0).fans()).isEqualTo(new Fans(12, 15));
        assertThat(weights.get(6).fans()).isEqualTo(new Fans(15, 12));
    }

    private static List<Weight> weights(Layer layer) {
        return graph(Shape.of(IN), layer).weights();
    }

    private static Graph graph(Shape input, Layer layer) {
        return Stack.of(List.of(new Input(input), layer)).graph();
    }

    private static Weight weight(int out, int in) {
        return graph(Shape.of(in), new Dense(out)).weights().get(0);
    }
}
