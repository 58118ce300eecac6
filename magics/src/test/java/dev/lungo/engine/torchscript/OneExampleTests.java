package dev.lungo.engine.torchscript;

import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.data.ByteValues;
import dev.lungo.data.FloatValues;
import dev.lungo.engine.Network;
import dev.lungo.tensor.Shape;
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

    private static Network network() {
        return Networks.open(
                Networks.graph(input(4), dense(2).softmax()), sparseCategoricalCrossentropy(), 0.1);
    }
}
