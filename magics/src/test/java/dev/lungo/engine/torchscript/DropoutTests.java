package dev.lungo.engine.torchscript;

import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.dropout;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.mse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.lungo.data.FloatValues;
import dev.lungo.data.Numbers;
import dev.lungo.data.Transform;
import dev.lungo.engine.Engine;
import dev.lungo.engine.Network;
import dev.lungo.engine.Objective;
import dev.lungo.engine.Program;
import dev.lungo.graph.Graph;
import dev.lungo.optim.Sgd;
import dev.lungo.tensor.Shape;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTests {
    private static final int ROWS = 10_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.9})
    void drops_the_asked_share_and_scales_up_the_others(double rate) {
        float[] outputs = outputs(rate);
        float kept = (float) (1 / (1 - rate));
        int dropped = 0;
        for (float output : outputs) {
            assertThat(output == 0 || Math.abs(output - kept) < 1e-5f).isTrue();
            dropped += output == 0 ? 1 : 0;
        }
        // Four standard deviations of that many coins.
        double deviation = Math.sqrt(rate * (1 - rate) / outputs.length);
        assertThat((double) dropped / outputs.length).isCloseTo(rate, offset(4 * deviation));
    }

    @Test
    void drops_nothing_at_rate_0() {
        assertThat(outputs(0)).containsOnly(1f);
    }

    /** What a layer of the identity gives in training after dropping some of all ones. */
    private static float[] outputs(double rate) {
        Graph graph = Networks.graph(input(2), dropout(rate), dense(2));
        Map<String, float[]> identity =
                Map.of("dense.kernel", new float[] {1, 0, 0, 1}, "dense.bias", new float[2]);
        float[] ones = new float[2 * ROWS];
        Arrays.fill(ones, 1);
        FloatValues values = new FloatValues(ones, 0, ROWS, Shape.of(2));
        Program program =
                new Program(
                        graph, Transform.raw(), Optional.of(new Objective(new Sgd(0.1), mse())));
        try (Network network = Engine.load().open(program, identity);
                Network.Examples examples =
                        network.place(values, new Numbers(ones, 0, ROWS, Shape.of(2)))) {
            network.seed(3);
            return network.train(
                            examples,
                            IntStream.range(0, ROWS).toArray(),
                            ROWS,
                            new double[] {0},
                            true)
                    .outputs();
        }
    }
}
