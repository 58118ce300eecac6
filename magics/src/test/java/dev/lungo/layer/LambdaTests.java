package dev.lungo.layer;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.lungo.LungoException;
import dev.lungo.data.FloatValues;
import dev.lungo.data.NoTargets;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Program;
import dev.lungo.graph.Custom;
import dev.lungo.graph.Graph;
import dev.lungo.model.History;
import dev.lungo.model.Model;
import dev.lungo.tensor.Shape;
import dev.lungo.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LambdaTests {
    private static final float[] VALUES = {-2, -1, 0, 1, 2, 3, 4, 5, -6, 7, 8, 9};

    @Test
    void computes_in_a_model_what_it_computes_at_once() {
        same(x -> x.mul(x.sigmoid()), 6);
        same(x -> x.gt(0).where(x, x.mul(0.1)), 6);
        same(x -> x.sub(x.mean(-1).unsqueeze(1)).div(x.std(-1).unsqueeze(1).add(1e-5)), 6);
        same(x -> x.mul(tensor(1, 2, 3, 4, 5, 6)).maximum(1), 6);
        same(x -> concat(1, x, x.square()), 6);
        same(x -> x.reshape(-1, 2, 3).sum(2), 6);
    }

    @Test
    void sees_pictures_channels_last() {
        same(x -> x.mul(tensor(1, 10, 100)), 1, 2, 3);
        same(x -> x.slice(3, 0, 1), 1, 2, 3);
        same(x -> x.sum(1, 2), 1, 2, 3);
    }

    @Test
    void lets_gradients_through_as_the_layer_that_it_spells_out_does() {
        History own = trained(layer("own", x -> x.mul(x.sigmoid())));
        assertThat(own.values("loss").get(2)).isLessThan(own.values("loss").get(0));
        assertThat(own.values("loss"))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-5 * b ? 0 : 1)
                .isEqualTo(trained(activation().silu()).values("loss"));
    }

    private static History trained(Layer between) {
        Model model = sequential(input(2), dense(4), between, dense(1));
        model.compile(sgd(0.1), mse());
        float[][] rows = {{0, 1}, {1, 0}, {0, 2}, {3, 0}};
        return model.fit(data(rows, new float[] {1, 2, 3, 4}), f -> f.epochs(3).seed(1).quiet());
    }

    @Test
    void gives_its_shape_to_the_layer_below() {
        Stack stack =
                Stack.of(
                        List.of(
                                input(6),
                                layer("pairs", x -> x.reshape(-1, 3, 2).sum(2)),
                                dense(4)));
        assertThat(stack.shapes()).containsExactly(Shape.of(6), Shape.of(3), Shape.of(4));
        assertThat(stack.parameters(2)).isEqualTo(16);
    }

    @Test
    void tells_what_failed_in_a_lambda_at_its_own_line() {
        assertThatThrownBy(() -> sequential(input(6), layer("odd", x -> tenth(x, 0))))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        The lambda of layer odd failed.
                        Received: java.lang.ArithmeticException: / by zero
                        Expected: a lambda that gives a tensor
                        Fix: mend the lambda, and make the model again.\
                        """)
                .satisfies(
                        e ->
                                assertThat(e.getCause().getStackTrace()[0].getMethodName())
                                        .isEqualTo("tenth"));
        assertThatThrownBy(() -> sequential(input(6), layer("odd", x -> x.add(ones(5)))))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        layer odd: add cannot combine tensors of these shapes.
                        Received: batch x 6 and 5
                        Expected: sizes that are equal or 1, counted from the last axis
                        Fix: change one of them with reshape, unsqueeze or transpose.\
                        """);
        assertThatThrownBy(() -> sequential(input(6), layer("odd", x -> null)))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        The lambda of layer odd gives nothing.
                        Received: null
                        Expected: a tensor
                        Fix: return the tensor that it computes.\
                        """);
    }

    private static Tensor tenth(Tensor x, int zero) {
        return x.mul(10 / zero);
    }

    @Test
    void runs_a_lambda_that_reads_values_as_it_is() {
        same(x -> x.values()[0] < 0 ? x.neg() : x, 6);
        same(x -> x.mean().value() < 0 ? x.neg() : x.slice(3, 0, 1), 1, 2, 3);
    }

    @Test
    void leaves_nothing_behind_of_a_lambda_that_it_could_not_follow() {
        Layer odd =
                layerWithWeights(
                        "odd",
                        (x, own) -> {
                            Tensor scaled = x.mul(own.weight("scale", 6)).exp();
                            return scaled.mean().value() > 0 ? scaled : x;
                        });
        Graph graph = Stack.of(List.of(input(6), odd)).graph();
        assertThat(graph.nodes()).hasSize(2);
        assertThat(graph.weights()).hasSize(1);
        assertThat(graph.nodes().get(1).operation())
                .isInstanceOfSatisfying(
                        Custom.class,
                        custom -> assertThat(custom.reason()).isEqualTo("reads values"));
    }

    @Test
    void refuses_a_variable_that_the_model_would_not_train() {
        Tensor w = variable(ones(6));
        assertThatThrownBy(() -> sequential(input(6), layer("scale", x -> x.mul(w))))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        layer scale: This lambda uses a variable that was made outside of it, which the model would not train.
                        Received: tensor 6
                        Expected: tensors that do not learn
                        Fix: keep it fixed with detach(), or make it a weight of the layer: layerWithWeights(\"name\", (x, own) -> ... own.weight(...)).\
                        """);
    }

    @Test
    void refuses_a_result_without_the_batch() {
        assertThatThrownBy(() -> sequential(input(6), layer("mean", Tensor::mean)))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        The layer mean loses the batch.
                        Received: a result tensor one number
                        Expected: a result whose first axis is the batch
                        Fix: leave axis 0 alone: reduce over the others, for example x.mean(-1), and reshape with -1 in front.\
                        """);
    }

    /** Runs the function on a batch of two, inside a model and on a tensor. */
    private static void same(UnaryOperator<Tensor> function, int... sizes) {
        Shape shape = Shape.of(sizes);
        int[] batch = new int[sizes.length + 1];
        batch[0] = 2;
        System.arraycopy(sizes, 0, batch, 1, sizes.length);
        float[] expected = function.apply(tensor(VALUES).reshape(batch)).values();

        Stack stack = Stack.of(List.of(input(sizes), layer("own", function), flatten()));
        Program program = new Program(stack.graph(), Transform.raw(), Optional.empty());
        try (Network network = Engine.load().open(program, Map.of());
                Network.Examples examples =
                        network.place(new FloatValues(VALUES, 0, 2, shape), new NoTargets(2))) {
            assertThat(network.predict(examples, 0, 2)).containsExactly(expected, offset(1e-6f));
        }
    }
}
