package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import dev.lungo.data.Dataset;
import dev.lungo.layer.Layer;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about mistakes that beginners make, in full. */
class MistakeTests {
    private final float[][] x = {{1, 2}, {3, 4}};

    private static void assertSaid(ThrowingCallable mistake, String message) {
        assertThatThrownBy(mistake).isInstanceOf(LungoException.class).hasMessage(message);
    }

    private static void assertNull(ThrowingCallable mistake, String call, String what) {
        assertSaid(
                mistake,
                call
                        + " needs "
                        + what.replaceFirst(",.*", "")
                        + ".\nReceived: null\nExpected: "
                        + what
                        + "\nFix: look at where the variable gets its value: did that cell run?");
    }

    private static Model compiled() {
        return sequential(input(2), dense(3).softmax())
                .compile(adam(), sparseCategoricalCrossentropy());
    }

    @Test
    void names_what_is_null() {
        Model model = compiled();
        assertNull(() -> model.fit(null), "fit", "a data set, for example data(x, y)");
        assertNull(
                () -> model.fit(data(x, new int[] {0, 1}), f -> null),
                "fit",
                "options, for example f -> f.epochs(5)");
        assertNull(() -> model.evaluate(null), "evaluate", "a data set, for example data(x, y)");
        assertNull(() -> model.compile(null, mse()), "compile", "an optimizer, for example adam()");
        assertNull(() -> model.compile(adam(), null), "compile", "a loss, for example mse()");
        assertNull(
                () -> model.compile(adam(), mse(), mae(), null),
                "compile",
                "a metric, for example accuracy()");
        assertNull(
                () -> sequential(input(2), (Layer) null),
                "sequential",
                "a layer, for example dense(64)");
        assertSaid(
                () -> data(new float[][] {{1, 2}, null}, new int[] {0, 1}),
                """
                data(x, y) needs examples of one size.
                Received: x[1], which is null
                Expected: 2, as in x[0]
                Fix: give every example as many numbers.\
                """);
    }

    @Test
    void refuses_a_softmax_over_one_number() {
        assertSaid(
                () ->
                        sequential(input(2), dense(1).softmax())
                                .compile(adam(), binaryCrossentropy()),
                """
                A softmax over one number always gives 1: nothing can be learned.
                Received: a model whose last layer (dense) gives 1 and ends with softmax
                Expected: one unit for each of two or more classes
                Fix: end it with dense(1).sigmoid() for yes or no, or dense(1) for a measurement.\
                """);
    }

    @Test
    void takes_all_kinds_of_whole_numbers_as_classes() {
        for (Object classes :
                new Object[] {
                    new long[] {2, 0},
                    new short[] {2, 0},
                    new byte[] {2, 0},
                    new Integer[] {2, 0},
                    new Long[] {2L, 0L}
                }) {
            assertThat(data(x, classes).labels()).containsExactly(2, 0);
        }
        assertThat(data(x, new boolean[] {true, false}).labels()).containsExactly(1, 0);
        assertThat(data(x, new byte[] {(byte) 200, 0}).labels()).containsExactly(200, 0);
        assertSaid(
                () -> data(x, new long[] {1, 5_000_000_000L}),
                """
                data(x, y) takes whole numbers as classes.
                Received: y[1] is 5000000000
                Expected: a number from 0 on that fits into an int
                Fix: give each class a small number, counted from 0.\
                """);
        assertThatThrownBy(() -> data(x, new Integer[] {1, null}))
                .hasMessageContaining("Received: y[1] is null");
    }

    @Test
    void calls_a_list_a_list() {
        assertSaid(
                () -> data(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)), new int[] {0, 1}),
                """
                data(x, y) takes numbers in arrays.
                Received: x.get(0) is a list
                Expected: for example float[][], double[] or int[]
                Fix: collect the numbers in an array, an entry for each example.\
                """);
    }

    @Test
    void tells_the_recurrent_layer_above_to_give_every_step() {
        assertThatThrownBy(() -> sequential(input(4, 2), lstm(3), gru(3)))
                .hasMessageStartingWith("gru(3) needs a sequence (steps x features), but gets 3.")
                .hasMessageEndingWith(
                        "Let the layer above it give every step: lstm(3).returnSequences().");
    }

    @Test
    void wants_probabilities_for_divergence_and_positive_numbers_for_counts() {
        assertSaid(
                () -> sequential(input(2), dense(2)).compile(adam(), klDivergence()),
                """
                klDivergence() compares probabilities.
                Received: a model whose last layer (dense) gives plain numbers
                Expected: a last layer that ends with softmax
                Fix: end the model with dense(classes).softmax().\
                """);
        assertSaid(
                () -> sequential(input(2), dense(1)).compile(adam(), poisson()),
                """
                poisson() takes the logarithm of what the model gives.
                Received: a model whose last layer (dense) gives plain numbers
                Expected: a last layer that gives numbers above 0
                Fix: end the model with dense(1).softplus().\
                """);
        Model counts = sequential(input(2), dense(1).softplus()).compile(adam(), poisson());
        Dataset negative = data(x, new float[] {1, -2});
        assertSaid(
                () -> counts.fit(negative),
                """
                fit: poisson() learns counts.
                Received: -2 for example 1
                Expected: 0 or more
                Fix: use mse() for measurements below 0.\
                """);
        assertSaid(
                () -> sequential(input(2), dense(1)).compile(adam(), msle()).fit(negative),
                """
                fit: msle() compares logarithms.
                Received: -2 for example 1
                Expected: 0 or more
                Fix: use mse() for targets below 0.\
                """);
        assertSaid(
                () -> binaryFocalCrossentropy().gamma(-1),
                """
                binaryFocalCrossentropy().gamma(...) needs a power.
                Received: -1.0
                Expected: 0 or more
                Fix: for example .gamma(2).\
                """);
    }

    @Test
    void tells_a_folder_from_a_file(@TempDir Path folder) {
        assertThatThrownBy(() -> load(folder.toString()))
                .hasMessageContaining(folder + ": this is a folder");
    }
}
