package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sgd;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.lungo.data.Dataset;
import dev.lungo.engine.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FailureTests {
    @Test
    void says_what_to_do_when_memory_is_exhausted_and_trains_on_after_that() throws Exception {
        Path overcommit = Path.of("/proc/sys/vm/overcommit_memory");
        assumeFalse(
                !Files.exists(overcommit) || Files.readString(overcommit).strip().equals("1"),
                "this system promises memory that it does not have");
        int rows = 2_000_000;
        float[][] inputs = new float[rows][];
        java.util.Arrays.fill(inputs, new float[] {1});
        Dataset data = Dataset.of(inputs, new int[rows], List.of("a", "b"));
        Model model = sequential(input(1), dense(100_000).relu(), dense(2).softmax());
        model.compile(sgd(), sparseCategoricalCrossentropy(), accuracy());

        assertThatThrownBy(() -> model.fit(data, f -> f.batchSize(rows).quiet()))
                .isInstanceOf(EngineException.class)
                .hasMessageStartingWith("There is not enough memory for a step of this model.")
                .hasMessageContaining("800000000000 bytes")
                .hasMessageEndingWith(
                        "Expected: arrays that fit into this machine's memory\n"
                                + "Fix: use a smaller batchSize, smaller layers, or close other"
                                + " programs. The model keeps the weights of its last step.");
        assertThat(model.fit(data.take(8), f -> f.quiet()).values("loss").get(0)).isPositive();
    }

    @Test
    void two_models_train_right_beside_each_other() throws Exception {
        Dataset data = Pictures.of(200);
        Callable<List<Double>> training =
                () -> TwoLayers.model().fit(data, f -> f.epochs(8).seed(3).quiet()).values("loss");
        List<Double> alone = training.call();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<List<Double>> each : threads.invokeAll(List.of(training, training))) {
                assertThat(each.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Without dropout: both trainings draw from one generator. */
    private static final class TwoLayers {
        static Model model() {
            return sequential(
                            input(8, 8, 1),
                            dev.lungo.Lungo.flatten(),
                            dense(16).tanh(),
                            dense(3).softmax())
                    .compile(sgd(0.1), sparseCategoricalCrossentropy(), accuracy());
        }
    }
}
