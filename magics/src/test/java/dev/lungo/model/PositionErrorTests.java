package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.data;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.embedding;
import static dev.lungo.Lungo.globalAvgPool;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.loss;
import static dev.lungo.Lungo.mse;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The whole text of what is said about words without a row, and labels without a position. */
class PositionErrorTests {
    private final Model tagger =
            sequential(input(3), embedding(10, 2), dense(4).softmax())
                    .compile(adam(), sparseCategoricalCrossentropy(), accuracy());
    private final int[][] words = {{1, 2, 3}, {4, 5, 6}};
    private final int[][] tags = {{0, 1, 2}, {3, 0, 1}};

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(LungoException.class).hasMessage(message.strip());
    }

    @Test
    void names_the_row_of_a_word_that_the_embedding_does_not_know() {
        int[][] unknown = {{1, 2, 3}, {4, 10, 6}};
        String message =
                """
                %s: embedding has no word of this number.
                Received: 10 in row 1, place 1
                Expected: whole numbers from 0 to 9
                Fix: give embedding(words, features) the highest number and 1, or replace rare \
                words by one number.
                """;
        assertRefused(() -> tagger.fit(data(unknown, words)), message.formatted("fit"));
        assertRefused(() -> tagger.evaluate(data(unknown, words)), message.formatted("evaluate"));
        assertRefused(() -> tagger.predict(data(unknown)), message.formatted("predict"));
        assertRefused(
                () -> tagger.fit(data(words, tags), f -> f.validation(data(unknown, tags))),
                message.formatted("fit, validation"));
        assertRefused(
                () -> tagger.predict(1, 2, -1),
                """
                predict: embedding has no word of this number.
                Received: -1 in row 0, place 2
                Expected: whole numbers from 0 to 9
                Fix: count words from 0.
                """);
        assertRefused(
                () -> tagger.predict(1, 2, 0.5),
                """
                predict: embedding has no word of this number.
                Received: 0.5 in row 0, place 2
                Expected: whole numbers from 0 to 9
                Fix: pass the numbers of words as they are: .raw() for bytes, without .normalize(...).
                """);
        assertRefused(
                () -> tagger.fit(data(words, tags).normalize(3, 2)),
                """
                fit: embedding has no word of this number.
                Received: -1 in row 0, place 0
                Expected: whole numbers from 0 to 9
                Fix: count words from 0.
                """);
    }

    @Test
    void wants_a_label_for_each_position() {
        assertRefused(
                () -> tagger.fit(data(words, words)),
                """
                fit: label 4 but the last layer has 4 units (0-3).
                Received: label 4 for example 1, position 0
                Expected: 0 to 3
                Fix: give the last layer a unit for each class.
                """);
        assertRefused(
                () -> tagger.fit(data(words, new int[] {0, 1})),
                """
                fit: sparseCategoricalCrossentropy() needs a class number for each position.
                Received: one class number for each example, and a last layer (dense) that gives 3 x 4
                Expected: class numbers of 3 for each example
                Fix: pass such targets, for example int[][] for sequences; for one class for each \
                example end the model with flatten(), dense(classes).
                """);
        assertRefused(
                () -> tagger.fit(data(words, new float[2][3][4])),
                """
                fit: sparseCategoricalCrossentropy() needs a class number for each position.
                Received: targets of 3 x 4, and a last layer (dense) that gives 3 x 4
                Expected: class numbers of 3 for each example
                Fix: use categoricalCrossentropy() for one-hot rows.
                """);
        assertRefused(
                () -> tagger.fit(data(words, new float[][] {{0, 1, 2}, {0, 0.5f, -1}})),
                """
                fit: label 0.5 is no class.
                Received: label 0.5 for example 1, position 1
                Expected: 0 to 3
                Fix: count classes from 0.
                """);
    }

    @Test
    void names_the_pixel_of_a_label_that_is_no_class() {
        Model segments =
                sequential(input(2, 3, 1), conv2d(2, 1).softmax())
                        .compile(adam(), sparseCategoricalCrossentropy());
        assertRefused(
                () ->
                        segments.fit(
                                data(
                                        new float[1][2][3][1],
                                        new int[][][] {{{0, 1, 0}, {1, 0, 2}}})),
                """
                fit: label 2 but the last layer has 2 units (0-1).
                Received: label 2 for example 0, position 1, 2
                Expected: 0 to 1
                Fix: give the last layer a unit for each class.
                """);
    }

    @Test
    void asks_for_the_labels_of_positions() {
        assertRefused(
                () -> tagger.predict(data(words)).label(1),
                """
                label(1) returns the class of an example.
                Received: a model that gives a class for each of 3 positions
                Expected: a model that gives one for each example
                Fix: use labels(1), which returns all of them.
                """);
    }

    @Test
    void does_not_weigh_the_classes_of_positions() {
        String message =
                """
                classWeights(..) needs one class for each example.
                Received: targets of %s
                Expected: classes as int[], or one-hot rows
                Fix: give each example a weight with weights(float[]).
                """;
        assertRefused(() -> data(words, tags).classWeights(1, 2, 1, 1), message.formatted("3"));
        assertRefused(
                () -> data(words, new float[2][3][4]).classWeights(1, 2, 1, 1),
                message.formatted("3 x 4"));
    }

    @Test
    void does_not_measure_positions_that_have_no_target() {
        var loss = loss("least", (p, y) -> p.mean(-1).mean(-1).sub(y).square());
        Model own =
                sequential(input(3), embedding(10, 2), dense(4).softmax())
                        .compile(adam(), loss, accuracy());
        assertRefused(
                () -> own.fit(data(words, new int[] {0, 1})),
                """
                fit: accuracy() compares the answer at each position.
                Received: targets of 1, and a model that gives 3 x 4
                Expected: a target for each of 3
                Fix: leave the metric out, or give targets for each position.
                """);
    }

    @Test
    void compares_the_shape_of_numbers_for_positions() {
        Model series =
                sequential(input(3), embedding(10, 2), globalAvgPool(), dense(2))
                        .compile(adam(), mse());
        assertRefused(
                () -> series.fit(data(words, new float[2][3][2])),
                """
                fit: the targets do not have the shape of the model's outputs.
                Received: targets of 3 x 2
                Expected: 2, as the last layer gives
                Fix: make the last layer give what the targets are.
                """);
    }
}
