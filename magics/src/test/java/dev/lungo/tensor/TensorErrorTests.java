package dev.lungo.tensor;

import static dev.lungo.Lungo.concat;
import static dev.lungo.Lungo.ones;
import static dev.lungo.Lungo.tensor;
import static dev.lungo.Lungo.variable;
import static dev.lungo.Lungo.zeros;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TensorErrorTests {
    @Test
    void names_both_shapes_that_do_not_broadcast() {
        says(
                () -> zeros(2, 3).add(zeros(4)),
                """
                add cannot combine tensors of these shapes.
                Received: 2 x 3 and 4
                Expected: sizes that are equal or 1, counted from the last axis
                Fix: change one of them with reshape, unsqueeze or transpose.\
                """);
    }

    @Test
    void names_both_matrices_that_do_not_multiply() {
        says(
                () -> zeros(2, 3).matmul(zeros(4, 5)),
                """
                matmul cannot multiply these matrices.
                Received: 2 x 3 and 4 x 5
                Expected: the last size of the first (3) equal to the last size but one of the second (4)
                Fix: transpose() one of them, or change how it was made.\
                """);
    }

    @Test
    void refuses_a_position_out_of_range() {
        says(
                () -> zeros(2, 3).at(0, 3),
                """
                select asks for a position that axis 0 does not have.
                Received: position 3 of a tensor 3
                Expected: 0 to 2
                Fix: use a position below 3, or -1 for the last.\
                """);
    }

    @Test
    void refuses_an_axis_that_is_not_there() {
        says(
                () -> zeros(2, 3).sum(2),
                """
                sum names an axis that the tensor does not have.
                Received: axis 2
                Expected: 0 to 1, or -1 for the last
                Fix: look at shape() for the axes there are.\
                """);
    }

    @Test
    void refuses_a_reshape_to_another_number_of_values() {
        says(
                () -> zeros(2, 3).reshape(4, -1),
                """
                reshape(4, -1) does not have as many values as the tensor.
                Received: a tensor 2 x 3 with 6 values
                Expected: sizes whose product is 6
                Fix: change the sizes; one of them may be -1, which means what is left.\
                """);
    }

    @Test
    void refuses_a_slice_beyond_the_end() {
        says(
                () -> zeros(5).slice(0, 3, 7),
                """
                slice asks for a part that axis 0 does not have.
                Received: from 3 to 7 by 1 of a tensor 5
                Expected: 0 to at most 5, the smaller first, by steps of 1 or more
                Fix: size(0) is the end; -1 leaves out the last.\
                """);
    }

    @Test
    void refuses_the_value_of_many() {
        says(
                () -> zeros(2, 3).value(),
                """
                value() reads a single number.
                Received: a tensor 2 x 3
                Expected: a tensor with one value
                Fix: reduce it first, for example with mean(), or read them all with values().\
                """);
    }

    @Test
    void refuses_rows_of_different_lengths() {
        says(
                () -> tensor(new float[][] {{1, 2}, {3}}),
                """
                The rows of this array are not all of one length.
                Received: a row of 1 after one of 2
                Expected: rows of one length
                Fix: fill the shorter rows up, for example with 0.\
                """);
    }

    @Test
    void refuses_a_concat_of_shapes_that_differ_elsewhere() {
        says(
                () -> concat(0, zeros(2, 3), zeros(2, 4)),
                """
                concat cannot put tensors of these shapes together.
                Received: 2 x 3 and 2 x 4
                Expected: equal sizes on all axes but 0
                Fix: change one of them with reshape, slice or transpose.\
                """);
    }

    @Test
    void refuses_the_largest_of_nothing() {
        says(
                () -> zeros(0, 3).max(),
                """
                max needs at least one value.
                Received: a tensor 0 x 3
                Expected: no axis of size 0
                Fix: check how the tensor was made; size(0) tells.\
                """);
    }

    @Test
    void refuses_a_class_beyond_the_last() {
        says(
                () -> tensor(0, 3).oneHot(3),
                """
                oneHot needs positions.
                Received: 3.0
                Expected: whole numbers from 0 to 2
                Fix: check the values, or the number of positions.\
                """);
    }

    @Test
    void refuses_the_gradient_of_many_numbers() {
        Tensor w = variable(ones(2));
        says(
                () -> w.mul(2).gradient(w),
                """
                Only one number has a gradient.
                Received: a tensor 2
                Expected: a tensor with one value, such as a loss
                Fix: reduce it first, for example with mean() or sum().\
                """);
    }

    @Test
    void refuses_the_gradient_of_what_no_variable_made() {
        says(
                () -> ones(2).sum().gradient(variable(ones(2))),
                """
                This number depends on no variable.
                Received: tensor 2.0
                Expected: a number computed from a variable
                Fix: make what is to be learned with variable(...), and compute the number from it, without detach() on the way.\
                """);
    }

    @Test
    void refuses_the_gradient_of_a_variable_without_part() {
        Tensor w = variable(ones(2));
        says(
                () -> w.sum().gradients(w, variable(ones(2))),
                """
                A variable has no part in this number.
                Received: a variable that the number was not computed from
                Expected: variables that it was computed from
                Fix: leave that variable out, or use it in the computation.\
                """);
    }

    @Test
    void refuses_the_second_gradient_of_a_straight_line() {
        Tensor w = variable(ones(2));
        Tensor slope = w.mul(2).sum().gradient(w);
        says(
                () -> slope.sum().gradient(w),
                """
                A variable has no part in this number.
                Received: a variable that the number was not computed from
                Expected: variables that it was computed from
                Fix: leave that variable out, or use it in the computation.\
                """);
    }

    private static void says(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(LungoException.class).hasMessage(message);
    }
}
