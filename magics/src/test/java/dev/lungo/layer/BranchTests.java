package dev.lungo.layer;

import static dev.lungo.Lungo.*;
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
                .hasMessageEndingWith(
                        "All branches must have the same shape, or a size of 1 where one of them is"
                                + " to be repeated.");
        assertThatThrownBy(() -> dot(x, h))
                .hasMessageStartingWith("dot(...) cannot multiply 6 with 4.")
                .hasMessageEndingWith(
                        "Give it two rows of the same length, or two sequences of as many features;"
                                + " flatten() makes rows.");
        assertThatThrownBy(() -> merge("far", (a, b) -> a.sub(b)).of(x))
                .hasMessageStartingWith("merge(\"far\", ...) reads two branches, but gets 1.")
                .hasMessageEndingWith("Write merge(\"far\", ...).of(a, b).");
        assertThatThrownBy(() -> merge("noisy", (a, b) -> a.add(randn(4))).of(h, h))
                .hasMessage(
                        """
                        merge("noisy", ...) cannot be written into the model.
                        Received: a lambda that draws random numbers
                        Expected: one that only computes with the tensors that it gets
                        Fix: make one branch of both, and use a layer: \
                        layer("noisy", ...).of(concatenate(a, b)).\
                        """);
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

    @Test
    void begins_a_recurrent_layer_with_nothing_but_a_state_of_its_kind() {
        Input steps = input(5, 3);
        Branch row = dense(4).of(input(2));
        assertThatThrownBy(() -> lstm(4).of(steps, row))
                .hasMessageStartingWith("lstm(4) begins with a state of 2 x 4, but gets 4.")
                .hasMessageEndingWith(
                        "Take the state of another one: lstm(4).returnState().of(...).");
        assertThatThrownBy(() -> gru(4).of(steps, row, row))
                .hasMessageStartingWith(
                        "gru(4) reads a sequence, and perhaps a state, but gets 3 branches.")
                .hasMessageEndingWith("Write gru(4).of(steps, state).");
        assertThat(bidirectional(lstm(4).returnState()).of(steps).shape()).hasToString("2 x 8");
    }

    @Test
    void repeats_sizes_of_1_in_sums_and_products() {
        Input picture = input(8, 8, 16);
        assertThat(multiply(picture, input(1, 1, 16)).shape()).hasToString("8 x 8 x 16");
        assertThat(add(input(1, 4), input(3, 1), input(3, 4)).shape()).hasToString("3 x 4");
        assertThatThrownBy(() -> multiply(picture, input(16)))
                .hasMessageStartingWith("multiply(...) cannot put 8 x 8 x 16 and 16 together.");
    }
}
