package dev.lungo.engine.torchscript;

import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.model;
import static dev.lungo.Lungo.mse;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.data.ByteValues;
import dev.lungo.data.FloatValues;
import dev.lungo.data.Labels;
import dev.lungo.engine.Network;
import dev.lungo.layer.Branch;
import dev.lungo.layer.Input;
import dev.lungo.model.Model;
import dev.lungo.model.Predictions;
import dev.lungo.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneExampleTests {
    private static final Shape FOUR = Shape.of(4);

    @Test
    void says_of_each_example_what_it_says_of_them_together() {
        try (Network network = network()) {
            FloatValues floats = Networks.random(3, FOUR);
            float[] together = network.predict(floats);
            for (int i = 0; i < 3; i++) {
                assertThat(network.predict(floats.part(i, 1)))
                        .containsExactly(together[2 * i], together[2 * i + 1]);
            }
        }
    }

    @Test
    void takes_bytes_and_floats_in_turns_and_survives_garbage_collections() {
        try (Network network = network()) {
            byte[] bytes = {1, (byte) 200, 3, 4, 5, 6, 7, 8};
            float[] floats = {1, 200, 3, 4, 5, 6, 7, 8};
            for (int i = 0; i < 2; i++) {
                float[] ofBytes = network.predict(new ByteValues(bytes, 4 * i, 1, FOUR));
                System.gc();
                assertThat(network.predict(new FloatValues(floats, 4 * i, 1, FOUR)))
                        .containsExactly(ofBytes);
            }
        }
    }

    @Test
    void says_each_position_of_a_picture_in_its_place() {
        Shape picture = Shape.of(3, 4, 1);
        try (Network network =
                Networks.open(Networks.graph(input(3, 4, 1), conv2d(2, 2)), mse(), 0.1)) {
            FloatValues two = Networks.random(2, picture);
            float[] together = network.predict(two);
            assertThat(network.predict(two.part(1, 1)))
                    .containsExactly(
                            Arrays.copyOfRange(together, together.length / 2, together.length),
                            within(1e-6f));
        }
    }

    @Test
    void says_what_each_of_several_outputs_gives() {
        Input x = input(2);
        Branch a = dense(1).named("a").of(x);
        Branch b = dense(3).softmax().named("b").of(x);
        Model model = model(x, List.of(a, b));
        Predictions together = model.predict(new float[][] {{1, 2}, {3, 4}});
        Predictions one = model.predict(3f, 4f);
        assertThat(one.output("a").values(0))
                .containsExactly(together.output("a").values(1), within(1e-6f));
        assertThat(one.output("b").values(0))
                .containsExactly(together.output("b").values(1), within(1e-6f));
    }

    @Test
    void says_what_the_model_learned_since() {
        try (Network network = network()) {
            FloatValues one = Networks.random(1, FOUR);
            float[] before = network.predict(one);
            try (Network.Examples examples = network.place(one, new Labels(new int[] {1}, 0, 1))) {
                network.train(examples, new int[] {0}, 1, Networks.rates(1), false);
            }
            assertThat(network.predict(one)[1]).isGreaterThan(before[1]);
        }
    }

    private static Network network() {
        return Networks.open(
                Networks.graph(input(4), dense(2).softmax()), sparseCategoricalCrossentropy(), 0.1);
    }
}
