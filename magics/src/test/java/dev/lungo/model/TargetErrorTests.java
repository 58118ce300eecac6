package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.binaryCrossentropy;
import static dev.lungo.Lungo.categoricalCrossentropy;
import static dev.lungo.Lungo.crossEntropy;
import static dev.lungo.Lungo.data;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.f1;
import static dev.lungo.Lungo.hinge;
import static dev.lungo.Lungo.huber;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.mse;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static dev.lungo.Lungo.topK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Dense;
import dev.lungo.loss.Loss;
import dev.lungo.metric.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The whole text of what is said about targets that do not fit, before anything is loaded. */
class TargetErrorTests {
    private final float[] x = {1, 2, 3};
    private final Dataset classes = data(x, new int[] {0, 1, 2});

    private static void assertRefused(
            Dense last, Loss loss, Dataset data, String message, Metric... metrics) {
        Model model = sequential(input(1), last).compile(adam(), loss, metrics);
        assertThatThrownBy(() -> model.fit(data))
                .isInstanceOf(ModelException.class)
                .hasMessage(message);
    }

    @Test
    void names_the_loss_for_one_hot_rows() {
        assertRefused(
                dense(3).softmax(),
                sparseCategoricalCrossentropy(),
                classes.oneHot(3),
                """
                fit: sparseCategoricalCrossentropy() needs one class number for each example.
                Received: rows of 3 numbers
                Expected: a class number from 0 to 2
                Fix: use categoricalCrossentropy() for one-hot rows, or leave out .oneHot(...).\
                """);
    }

    @Test
    void names_the_loss_for_class_numbers() {
        assertRefused(
                dense(3).softmax(),
                categoricalCrossentropy(),
                classes,
                """
                fit: categoricalCrossentropy() needs a number for each output.
                Received: class numbers, and a model with 3 outputs
                Expected: rows of 3 numbers
                Fix: use sparseCategoricalCrossentropy() for class numbers, or data.oneHot(3).\
                """);
    }

    @Test
    void names_the_loss_for_measurements() {
        assertRefused(
                dense(3),
                crossEntropy(),
                data(x, new float[] {0.5f, 1, 2}),
                """
                fit: crossEntropy() needs one class number for each example.
                Received: 0.5 for example 0
                Expected: a class number from 0 to 2
                Fix: to learn a measurement use mse() and end the model with dense(1).\
                """);
        assertRefused(
                dense(3),
                crossEntropy(),
                data(x, new float[] {0, 1, 2}),
                """
                fit: crossEntropy() needs one class number for each example.
                Received: float or double numbers, such as 0.0 for example 0
                Expected: a class number from 0 to 2, as int
                Fix: pass the classes as int[]; to learn a measurement use mse().\
                """);
    }

    @Test
    void says_that_classes_of_steps_need_every_step() {
        assertRefused(
                dense(3).softmax(),
                sparseCategoricalCrossentropy(),
                data(x, new int[3][4]),
                """
                fit: sparseCategoricalCrossentropy() needs one class number for each example.
                Received: rows of 4 numbers
                Expected: a class number from 0 to 2
                Fix: pass one class for each example; to learn one for each step, give all \
                recurrent layers .returnSequences().\
                """);
    }

    @Test
    void recognizes_classes_that_are_counted_from_1() {
        assertRefused(
                dense(3).softmax(),
                sparseCategoricalCrossentropy(),
                data(x, new int[] {1, 2, 3}),
                """
                fit: label 3 but the last layer has 3 units (0-2).
                Received: label 3 for example 2
                Expected: 0 to 2
                Fix: count classes from 0: subtract 1 from each label.\
                """);
    }

    @Test
    void names_a_label_out_of_range() {
        assertRefused(
                dense(2).softmax(),
                sparseCategoricalCrossentropy(),
                classes,
                """
                fit: label 2 but the last layer has 2 units (0-1).
                Received: label 2 for example 2
                Expected: 0 to 1
                Fix: give the last layer one unit for each of the 3 classes: dense(3).\
                """);
        assertRefused(
                dense(2),
                crossEntropy(),
                data(x, new int[] {0, -1, 1}),
                """
                fit: label -1 is no class.
                Received: label -1 for example 1
                Expected: 0 to 1
                Fix: count classes from 0.\
                """);
    }

    @Test
    void compares_the_targets_shape_with_the_outputs() {
        assertRefused(
                dense(2),
                huber(),
                data(x, new float[3][3]),
                """
                fit: the targets do not have the shape of the model's outputs.
                Received: targets of 3
                Expected: 2, as the last layer gives
                Fix: give the last layer a unit for each target: dense(3).\
                """);
    }

    @Test
    void asks_for_targets_where_there_are_none() {
        assertRefused(
                dense(1),
                mse(),
                data(x),
                """
                fit: the data has no targets.
                Received: examples alone
                Expected: examples and what the model should say of each
                Fix: use data(x, y).\
                """);
    }

    @Test
    void refuses_numbers_that_answer_no_yes_or_no_question() {
        assertRefused(
                dense(1).sigmoid(),
                binaryCrossentropy(),
                classes,
                """
                fit: binaryCrossentropy() needs targets from 0 (no) to 1 (yes).
                Received: 2 for example 2
                Expected: 0 to 1
                Fix: use sparseCategoricalCrossentropy() for more than two classes, mse() for measurements.\
                """);
        assertRefused(
                dense(1),
                hinge(),
                data(x, new float[] {1, -1, 0.5f}),
                """
                fit: hinge() needs targets of two kinds.
                Received: 0.5 for example 2
                Expected: -1 or 1, or 0 and 1
                Fix: use mse() for measurements.\
                """);
    }

    @Test
    void refuses_metrics_that_mean_nothing_here() {
        assertRefused(
                dense(1),
                mse(),
                data(x, new float[] {1, 7, 1}),
                """
                fit: accuracy() counts right answers.
                Received: target 7.0 for example 1
                Expected: 0 (no) or 1 (yes)
                Fix: use mae() or r2() for measurements.\
                """,
                accuracy());
        assertRefused(
                dense(3),
                crossEntropy(),
                classes,
                """
                fit: mse() compares a number with each output.
                Received: class numbers, and a model with 3 outputs
                Expected: rows of 3 numbers
                Fix: use accuracy() for classes, or data.oneHot(3).\
                """,
                mse());
        assertRefused(
                dense(3),
                crossEntropy(),
                classes,
                """
                fit: f1().of(3) looks at a class that the model does not have.
                Received: class 3 of a model with 3 outputs
                Expected: 0 to 2
                Fix: count classes from 0.\
                """,
                f1().of(3));
        assertRefused(
                dense(3),
                crossEntropy(),
                classes,
                """
                fit: topK(3) is always 1 here.
                Received: a model with 3 outputs
                Expected: more than 3 outputs
                Fix: use accuracy().\
                """,
                topK(3));
    }

    @Test
    void asks_for_sigmoid_where_the_loss_needs_probabilities() {
        assertThatThrownBy(
                        () -> sequential(input(1), dense(1)).compile(adam(), binaryCrossentropy()))
                .hasMessage(
                        """
                        binaryCrossentropy() needs probabilities, one for each yes-or-no question.
                        Received: a model whose last layer (dense) gives plain numbers
                        Expected: a last layer that ends with sigmoid
                        Fix: end the model with dense(1).sigmoid(), or write binaryCrossentropy().fromLogits() to train on plain numbers.\
                        """);
    }

    @Test
    void warns_once_of_a_softmax_before_a_loss_from_logits_and_trains_as_written() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Model model = sequential(input(1), dense(3).softmax()).compile(adam(), crossEntropy());
            model.fit(classes, f -> f.quiet().epochs(2));
        } finally {
            System.setErr(before);
        }
        assertThat(
                        printed.toString(StandardCharsets.UTF_8)
                                .lines()
                                .filter(l -> l.contains("softmax")))
                .containsExactly(
                        "crossEntropy() applies softmax itself, but the last layer (dense) ends"
                                + " with softmax too: it learns slowly. Leave out .softmax(), or"
                                + " use sparseCategoricalCrossentropy().");
    }

    @Test
    void names_the_figures_there_are_when_an_evaluation_has_no_such_one() {
        Model model = sequential(input(1), dense(3)).compile(adam(), crossEntropy(), accuracy());
        Evaluation result = model.evaluate(classes);
        assertThatThrownBy(() -> result.value("mae"))
                .hasMessage(
                        """
                        The evaluation has no figure of this name.
                        Received: "mae"
                        Expected: one of [loss, accuracy]
                        Fix: use one of these names, or add a metric to compile(...).\
                        """);
    }

    @Test
    void refuses_a_share_or_distance_out_of_range() {
        assertThatThrownBy(() -> crossEntropy().labelSmoothing(1))
                .hasMessage(
                        """
                        crossEntropy().labelSmoothing(...) needs a share.
                        Received: 1.0
                        Expected: 0 or more, and less than 1
                        Fix: for example .labelSmoothing(0.1).\
                        """);
        assertThatThrownBy(() -> huber(0))
                .hasMessage(
                        """
                        huber(delta) needs the distance from which errors count less.
                        Received: 0.0
                        Expected: a number greater than 0
                        Fix: for example huber(1).\
                        """);
        assertThatThrownBy(() -> topK(0))
                .hasMessageContaining("topK(k) needs the number of outputs that count.");
    }
}
