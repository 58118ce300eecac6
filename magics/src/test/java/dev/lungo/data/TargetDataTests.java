package dev.lungo.data;

import static dev.lungo.Lungo.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Arrays and tables as people have them become examples with targets. */
class TargetDataTests {
    private final double[][] rows = {{1, 2}, {3, 4}, {5, 6}};
    private final Table table =
            Table.create(
                    DoubleColumn.create("size", 1, 2, 3),
                    StringColumn.create("kind", "b", "a", "b"),
                    IntColumn.create("rooms", 4, 5, 6));

    @Test
    void takes_a_plain_array_as_one_column_and_whole_numbers_as_classes() {
        Dataset data = data(new float[] {1, 2}, new int[] {3, 0});
        assertThat(data.shape()).isEqualTo(Shape.of(1));
        assertThat(data.labels()).containsExactly(3, 0);
        assertThat(data.className(0)).isEqualTo("3");
        assertThat(data).hasToString("Dataset: 2 examples of 1 (float32, labels)");
    }

    @Test
    void takes_numbers_and_rows_of_numbers_as_targets() {
        assertThat(data(rows, new double[] {7, 8, 9}).skip(1).targets())
                .isInstanceOfSatisfying(
                        Numbers.class, numbers -> assertThat(numbers.value(1, 0)).isEqualTo(9));
        assertThat(data(rows, rows))
                .hasToString("Dataset: 3 examples of 2 (float32, targets of 2)");
        assertThat(data(rows)).hasToString("Dataset: 3 examples of 2 (float32, no targets)");
    }

    @Test
    void takes_pictures_as_nested_arrays_and_lays_them_flat() {
        Dataset data = data(new float[][][][] {{{{1}, {2}, {3}}, {{4}, {5}, {6}}}}, new int[] {0});
        assertThat(data.shape()).isEqualTo(Shape.of(2, 3, 1));
        assertThat(data.flat().shape()).isEqualTo(Shape.of(6));
        assertThat(((FloatValues) data.flat().inputs()).array()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void writes_classes_as_one_hot_rows_and_reads_them_back() {
        Dataset data = data(rows, new int[] {2, 0, 1}).oneHot(3);
        assertThat(((Numbers) data.targets()).array()).containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
        assertThat(data.labels()).containsExactly(2, 0, 1);
        assertThat(((Numbers) data.take(2).targets()).pick(new int[] {1}).array())
                .containsExactly(1, 0, 0);
    }

    @Test
    void weighs_examples_by_class_or_one_by_one() {
        Dataset data = data(rows, new int[] {1, 0, 1});
        assertThat(data.weights()).isEmpty();
        assertThat(data.classWeights(1, 5).skip(1).weights()).containsExactly(1, 5);
        assertThat(data.oneHot(2).classWeights(1, 5).weights()).containsExactly(5, 1, 5);
        assertThat(data.weights(new float[] {1, 2, 0}).flat().weights()).containsExactly(1, 2, 0);
    }

    @Test
    void refuses_weights_that_do_not_fit() {
        Dataset data = data(rows, new int[] {1, 0, 1});
        assertThatThrownBy(() -> data.classWeights(1))
                .hasMessage(
                        """
                        classWeights(...) needs a weight for each class.
                        Received: 1 weights, and label 1 for example 0
                        Expected: a weight for class 1 too
                        Fix: pass weights in the order of the classes' numbers, 1 for usual ones.\
                        """);
        assertThatThrownBy(() -> data.weights(new float[2]))
                .hasMessage(
                        """
                        weights(...) needs a weight for each example.
                        Received: 2 weights
                        Expected: 3, as many as examples
                        Fix: pass an array with an entry for each example.\
                        """);
        assertThatThrownBy(() -> data.classWeights(1, -1))
                .hasMessage(
                        """
                        An example cannot have this weight.
                        Received: -1.0 for example 0
                        Expected: 0 or more
                        Fix: use 1 for an example that counts as usual, 0 to leave it out.\
                        """);
    }

    @Test
    void reads_a_tables_columns_as_inputs_and_target() {
        Dataset numbers = data(table.copy().removeColumns("kind"), "size");
        assertThat(((FloatValues) numbers.inputs()).array()).containsExactly(4, 5, 6);
        assertThat(((Numbers) numbers.targets()).array()).containsExactly(1, 2, 3);
        Dataset kinds = data(table, "kind");
        assertThat(((FloatValues) kinds.inputs()).array()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(kinds.classNames()).containsExactly("a", "b");
        assertThat(kinds.labels()).containsExactly(1, 0, 1);
        assertThat(data(table.copy().removeColumns("kind"), "rooms").labels())
                .containsExactly(4, 5, 6);
    }

    @Test
    void refuses_text_and_missing_values_in_a_table() {
        assertThatThrownBy(() -> data(table, "rooms"))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        data(table, target) takes columns of numbers as inputs.
                        Received: column "kind" of type STRING
                        Expected: numbers
                        Fix: leave it out with table.removeColumns("kind"), or make a column of 0 and 1 for each of its values.\
                        """);
        Table holes = Table.create(DoubleColumn.create("a", new Double[] {1.0, null}));
        holes.addColumns(IntColumn.create("b", 1, 2));
        assertThatThrownBy(() -> data(holes, "b"))
                .hasMessage(
                        """
                        data(table, target) needs a value in every row.
                        Received: column "a" without a value in row 1
                        Expected: no missing values
                        Fix: drop such rows with table.dropRowsWithMissingValues(), or fill them in.\
                        """);
        assertThatThrownBy(() -> data(table, "price"))
                .hasMessage(
                        """
                        data(table, target) has no column of this name.
                        Received: "price"
                        Expected: one of [size, kind, rooms]
                        Fix: name the column that the model should learn.\
                        """);
    }

    @Test
    void refuses_what_is_no_array_of_numbers() {
        assertThatThrownBy(() -> data("text", rows))
                .hasMessage(
                        """
                        data(x, y) takes numbers in arrays.
                        Received: x is String
                        Expected: for example float[][], double[] or int[]
                        Fix: collect the numbers in an array, an entry for each example.\
                        """);
        assertThatThrownBy(() -> data(rows, new int[] {1}))
                .hasMessage(
                        """
                        data(x, y) needs a target for each example.
                        Received: 3 examples and 1 targets
                        Expected: as many targets as examples
                        Fix: pass arrays of one length, an entry for each example.\
                        """);
        assertThatThrownBy(() -> data(new float[][] {{1, 2}, {3}}, new int[] {0, 1}))
                .hasMessage(
                        """
                        data(x, y) needs examples of one size.
                        Received: x[1] with 1 entries
                        Expected: 2, as in x[0]
                        Fix: give every example as many numbers.\
                        """);
        assertThatThrownBy(() -> data(rows, new int[0]))
                .hasMessageStartingWith("A data set needs examples.");
    }

    @Test
    void finds_values_that_are_no_numbers_and_says_where() {
        rows[2][1] = Double.NaN;
        assertThatThrownBy(() -> data(rows, new int[3]))
                .hasMessage(
                        """
                        data(x, y) holds a value that is no number to train on.
                        Received: NaN at x[2][1]
                        Expected: finite numbers
                        Fix: leave such examples out, or fill in a number, such as the mean.\
                        """);
        assertThatThrownBy(() -> data(new float[] {1}, new float[] {Float.POSITIVE_INFINITY}))
                .hasMessageContaining("Received: Infinity at y[0]");
    }

    @Test
    void refuses_to_make_one_hot_rows_of_other_targets() {
        assertThatThrownBy(() -> data(rows, new int[] {0, 3, 1}).oneHot(3))
                .hasMessage(
                        """
                        oneHot(3) has no column for a class.
                        Received: label 3 for example 1
                        Expected: 0 to 2
                        Fix: pass the number of classes: the highest label and 1.\
                        """);
        assertThatThrownBy(() -> data(rows, rows).oneHot(2))
                .hasMessage(
                        """
                        oneHot(2) needs one class number for each example.
                        Received: targets of 2
                        Expected: classes counted from 0
                        Fix: leave oneHot(...) out, or pass the classes as int[].\
                        """);
        assertThatThrownBy(() -> data(rows, new float[3]).label(0))
                .hasMessageStartingWith("label(0) returns a class.");
    }
}
