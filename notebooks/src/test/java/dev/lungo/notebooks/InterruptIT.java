package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stop button while a model is trained. */
class InterruptIT {
    @TempDir private Path folder;

    @Test
    void keeps_weights_and_history_for_the_next_fit() throws Exception {
        var cells =
                new JavaCells(folder)
                        .cell(
                                """
                                var mnist = mnist();
                                var model = sequential(
                                    input(28, 28, 1),
                                    conv2d(32, 3).relu(),
                                    maxPool2d(2),
                                    flatten(),
                                    dense(10).softmax());
                                model.compile(adam(), sparseCategoricalCrossentropy(), accuracy());
                                """)
                        .interruptedCell(
                                "model.fit(mnist.train().take(6_000), f -> f.epochs(50));",
                                "Epoch 2/50")
                        .cell("model.evaluate(mnist.test().take(1_000)).accuracy()")
                        .cell("model.history().epochs().size()")
                        .cell("model.fit(mnist.train().take(640)).epochs().get(0).number()")
                        .start()
                        .done();
        var fit = cells.get(1);
        assertThat(fit.status()).isEqualTo("error");
        assertThat(fit.error()).startsWith("Interrupted: fit was stopped in epoch 2");
        assertThat(fit.lastShown()).contains("Epoch 1/50\n188/188 ", "\nstopped in epoch 2/50");
        assertThat(fit.secondsToStop()).isLessThan(10);
        // One epoch is enough for far more than a guess, which would be right once in ten times.
        assertThat(Double.parseDouble(cells.get(2).result())).isGreaterThan(0.5);
        assertThat(cells.get(3).result()).isEqualTo("1");
        assertThat(cells.get(4).result()).isEqualTo("2");
    }
}
