package dev.lungo.engine.torchscript;

import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.mse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import dev.lungo.data.Numbers;
import dev.lungo.engine.EngineException;
import dev.lungo.engine.Network;
import dev.lungo.tensor.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailingScriptTests {
    @AfterEach
    void asLoaded() {
        JniUtils.setGradMode(true);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaves_the_threads_gradient_mode_as_it_was(boolean before) {
        try (Network network = Networks.open(Networks.graph(input(3), dense(1)), mse(), 0.1);
                Network.Examples examples =
                        network.place(
                                Networks.random(4, Shape.of(3)),
                                new Numbers(new float[4], 0, 4, Shape.of(1)))) {
            JniUtils.setGradMode(before);
            int[] noSuchRow = {99};
            assertThatThrownBy(
                            () -> network.train(examples, noSuchRow, 1, new double[] {0.1}, false))
                    .isInstanceOf(EngineException.class);
            assertThat(JniUtils.isGradMode()).isEqualTo(before);
            network.train(examples, new int[] {0, 1}, 2, new double[] {0.1}, false);
            assertThat(JniUtils.isGradMode()).isEqualTo(before);
        }
    }
}
