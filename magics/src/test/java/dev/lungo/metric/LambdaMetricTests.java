package dev.lungo.metric;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.model.History;
import dev.lungo.model.Model;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics that are lambdas over tensors say what the same ones of the library say. */
class LambdaMetricTests {
    private final float[][] x = {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 1}};
    private final Dataset numbers = data(x, new float[] {1, 0.5f, 3, 2, 4});
    private final Dataset classes = data(x, new int[] {0, 1, 2, 1, 0});

    private static LambdaMetric far() {
        return metric("far", (p, y) -> p.sub(y).abs());
    }

    private static void assertAlike(Model model, Dataset data, String own, String known) {
        History history =
                model.fit(data, f -> f.epochs(2).batchSize(2).validation(data).seed(3).quiet());
        for (String prefix : new String[] {"", "val_"}) {
            assertThat(history.values(prefix + own).get(1))
                    .isCloseTo(history.values(prefix + known).get(1), within(1e-6));
        }
    }

    @Test
    void measures_distances_of_the_last_and_smaller_batch_too() {
        Model model = sequential(input(2), dense(1)).compile(sgd(0.001), mse(), far(), mae());
        assertAlike(model, numbers, "far", "mae");
    }

    @Test
    void sees_probabilities_and_class_numbers() {
        LambdaMetric right = metric("right", (p, y) -> p.argmax(-1).eq(y));
        Model model =
                sequential(input(2), dense(3).softmax())
                        .compile(sgd(0.001), sparseCategoricalCrossentropy(), right, accuracy());
        assertAlike(model, classes, "right", "accuracy");
        LambdaMetric all = metric("all", (p, y) -> p.sum(-1));
        model.compile(sgd(0.001), sparseCategoricalCrossentropy(), all);
        assertThat(model.fit(classes, f -> f.quiet()).values("all").get(0))
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void takes_one_number_for_a_batch() {
        LambdaMetric mean = metric("mean", (p, y) -> p.sub(y).abs().mean());
        Model model = sequential(input(2), dense(1)).compile(sgd(0.001), mse(), mean, mae());
        assertAlike(model, numbers, "mean", "mae");
    }

    @Test
    void comes_back_from_a_file_with_its_lambda(@TempDir Path folder) {
        String file = folder.resolve("own.lungo").toString();
        sequential(input(2), dense(1)).compile(sgd(0.001), mse(), far()).save(file);
        assertThat(load(file, far()).evaluate(numbers).toString()).contains("far");
        assertThatThrownBy(() -> load(file)).hasMessageContaining("metric(\"far\", ...)");
    }

    @Test
    void says_what_is_wrong_with_the_lambda() {
        Model model =
                sequential(input(2), dense(1))
                        .compile(sgd(0.001), mse(), metric("odd", (p, y) -> p.sub(y).sum(0)));
        assertThatThrownBy(() -> model.fit(numbers, f -> f.quiet()))
                .isInstanceOf(LungoException.class)
                .hasMessageContaining(
                        """
                        The metric odd loses the batch.
                        Received: tensor 1 for 5 examples
                        Expected: a number for each example, or one for the whole batch
                        Fix: leave axis 0 alone, for example with mean(-1).\
                        """);
    }
}
