package dev.lungo.layer;

import static dev.lungo.Lungo.add;
import static dev.lungo.Lungo.concatenate;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.model;
import static dev.lungo.Lungo.multiHeadAttention;
import static dev.lungo.Lungo.transformerEncoder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import org.junit.jupiter.api.Test;

class BranchTests {
    @Test
    void builds_each_branch_once_however_many_layers_read_it() {
        Input x = input(6);
        Branch h = dense(4).relu().of(x);
        Stack stack = Stack.of(x, dense(3).of(concatenate(h, x, h)));

        assertThat(stack.names()).containsExactly("input", "dense", "concatenate", "dense_1");
        assertThat(stack.shapes().stream().map(Object::toString))
                .containsExactly("6", "4", "14", "3");
        assertThat(model(x, dense(3).of(h)).parameters()).isEqualTo(28 + 15);
    }

    @Test
    void counts_layers_in_the_order_in_which_they_were_written() {
        Input x = input(6);
        Branch first = dense(4).of(x);
        Branch second = dense(5).of(x);
        Stack stack = Stack.of(x, add(dense(3).of(second), dense(3).of(first)));
        assertThat(stack.names())
                .containsExactly("input", "dense", "dense_1", "dense_2", "dense_3", "add");
        assertThat(stack.shapes().stream().map(Object::toString))
                .containsExactly("6", "4", "5", "3", "3", "3");
        assertThat(stack.reads().get(3)).containsExactly(2);
    }

    @Test
    void gives_every_use_of_a_layer_weights_of_its_own() {
        Input x = input(6);
        Dense layer = dense(4);
        assertThat(model(x, add(layer.of(x), layer.of(x))).parameters()).isEqualTo(2 * 28);
    }

    @Test
    void shows_the_way_to_a_layer_that_does_not_fit() {
        Branch h = conv2d(8, 3).of(input(9, 9, 1));
        assertThatThrownBy(() -> dense(3).of(h))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        """
                        dense(3) needs a row of numbers, but gets 7 x 7 x 8.

                           1  input      9 x 9 x 1
                           2  conv2d 8   7 x 7 x 8
                           3  dense 3    <-- here

                        Add flatten() above it.\
                        """);
    }

    @Test
    void refuses_branches_that_do_not_go_together() {
        Input x = input(6);
        Branch h = dense(4).of(x);
        assertThatThrownBy(() -> add(x, h))
                .hasMessageStartingWith("add(...) cannot put 6 and 4 together.")
                .hasMessageEndingWith("All branches must have the same shape.");
        assertThatThrownBy(() -> concatenate(x))
                .hasMessageStartingWith("concatenate(...) needs at least two branches, but gets 1.")
                .hasMessageEndingWith("Write for example concatenate(a, b).");
        assertThatThrownBy(() -> add()).hasMessageStartingWith("add(...) needs at least two");
        assertThatThrownBy(() -> dense(4).of(x, h))
                .hasMessageStartingWith("dense(4) reads one branch, but gets 2.")
                .hasMessageEndingWith(
                        "Make one of them first, for example with concatenate(a, b).");
    }

    @Test
    void refuses_masks_that_do_not_fit_and_branches_too_many() {
        Input x = input(5, 4);
        assertThatThrownBy(() -> transformerEncoder(2, 8).of(x, input(6)))
                .hasMessageStartingWith(
                        "transformerEncoder(2, 8) needs a mask of 5 numbers, one for each step, but"
                                + " gets 6.")
                .hasMessageEndingWith("Begin the mask with input(5).");
        assertThatThrownBy(() -> transformerEncoder(2, 8).of(x, x, x))
                .hasMessageStartingWith(
                        "transformerEncoder(2, 8) reads a sequence and a mask, but gets 3"
                                + " branches.");
        assertThatThrownBy(() -> multiHeadAttention(2, 3).of(x, x, x, x))
                .hasMessageStartingWith(
                        "multiHeadAttention(2, 3) reads at most queries, values and a mask, but"
                                + " gets 4 branches.");
        assertThat(multiHeadAttention(2, 3).of(x, input(9, 7), input(9)).shape())
                .hasToString("5 x 4");
    }

    @Test
    void says_where_an_output_depends_on_an_input_of_another_model() {
        Branch out = dense(3).of(input(6));
        assertThatThrownBy(() -> model(input(6), out))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        The model's output depends on an input that the model was not given.
                        Received: input(6)
                        Expected: only input(6), the model's own
                        Fix: use the variable that input(...) was kept in; each call makes a new one.\
                        """);
    }
}
