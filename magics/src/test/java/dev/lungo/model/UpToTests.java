package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Input;
import dev.lungo.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A model of the first layers of another: codes, features, and weights for the next model. */
class UpToTests {
    private final float[][] x = {{0.1f, 0.9f, 0.4f}, {0.7f, 0.2f, 0.3f}};

    @Test
    void gives_what_a_layer_inside_gives() {
        Model auto = sequential(input(3), dense(2).tanh().named("code"), dense(3));
        auto.compile(adam(0.1), mse());
        auto.fit(data(x, x), f -> f.epochs(3).quiet());
        float[][] kernel = auto.weights().of("code/kernel").rows();
        float[] bias = auto.weights().of("code/bias").values();
        float[] code = auto.upTo("code").predict(x).values(1);
        for (int unit = 0; unit < 2; unit++) {
            double sum = bias[unit];
            for (int i = 0; i < 3; i++) {
                sum += x[1][i] * kernel[i][unit];
            }
            assertThat((double) code[unit]).isCloseTo(Math.tanh(sum), within(1e-5));
        }
    }

    @Test
    void sees_pictures_as_the_whole_model_learned_to() {
        byte[] pixels = new byte[2 * 16];
        Arrays.fill(pixels, (byte) 255);
        var pictures =
                Dataset.images(pixels, Shape.of(4, 4, 1), new int[] {0, 1}, List.of("a", "b"));
        Model model = sequential(input(4, 4, 1), globalAvgPool(), dense(2).softmax());
        model.compile(sgd(), sparseCategoricalCrossentropy());
        model.fit(pictures.normalize(0.5, 0.25), f -> f.quiet());
        assertThat(model.upTo("globalAvgPool").predict(pictures).values(0)).containsExactly(2);
    }

    @Test
    void leaves_out_branches_and_counts_what_is_left_anew() {
        Input a = input(3);
        Input b = input(3);
        var twin = shared(dense(2));
        Branch left = dense(4).of(twin.of(a));
        Branch right = dense(4).named("right").of(twin.of(b));
        Model model = model(List.of(a, b), dense(1).of(concatenate(left, right)));
        model.compile(sgd(0.1), mse());
        model.fit(data(List.of(x, x), new float[] {1, 2}), f -> f.quiet());
        Model part = model.upTo("right");
        assertThat(part.parameters()).isEqualTo(8 + 12);
        assertThat(part.weights().of("dense/kernel").values())
                .containsExactly(model.weights().of("dense/kernel").values());
        assertThat(part.predict(x).values(0)).hasSize(4);
    }

    @Test
    void names_the_layers_there_are() {
        Model model = sequential(input(3), dense(2));
        assertThatThrownBy(() -> model.upTo("code"))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        upTo ends a model with one of its layers.
                        Received: "code"
                        Expected: one of [input, dense]
                        Fix: use one of these, or name the layer with .named("...") when you make it.\
                        """);
    }

    @Test
    void gives_the_weights_of_some_layers_to_another_model() {
        var body = block(dense(4).relu(), dense(2)).named("body");
        Model first = sequential(input(3), body, dense(1));
        Model second = sequential(input(3), body.frozen(), dense(5));
        second.weights(first.weights().only("body"));
        assertThat(second.weights().of("body/dense_1/kernel").values())
                .containsExactly(first.weights().of("body/dense_1/kernel").values());
        assertThatThrownBy(() -> first.weights().only("head"))
                .hasMessageStartingWith(
                        "The model has no weight of this name.\nReceived: \"head/...\"");
    }

    @Test
    void counts_the_operations_of_each_step() {
        Model film = sequential(input(4, 6, 6, 1), timeDistributed(conv2d(2, 3).noBias()));
        assertThat(film.stack().graph().multiplications()).isEqualTo(4 * 4 * 4 * 9 * 2);
    }
}
