package dev.lungo.layer;

import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.maxPool2d;
import static dev.lungo.Lungo.sequential;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import org.junit.jupiter.api.Test;

/** The whole text of the errors that a model's layers can cause. */
class ShapeExceptionTests {
    @Test
    void names_the_pooling_layer_that_gets_too_small_a_picture() {
        assertThatThrownBy(
                        () ->
                                sequential(
                                        input(28, 28, 1),
                                        conv2d(32, 3),
                                        maxPool2d(2),
                                        conv2d(64, 3),
                                        maxPool2d(2),
                                        conv2d(64, 3),
                                        conv2d(64, 3),
                                        maxPool2d(2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        """
                        maxPool2d(2) cannot pool 1 x 1 x 64: it needs at least 2 x 2.

                           1  input         28 x 28 x 1
                           2  conv2d 32     26 x 26 x 32
                           ...
                           7  conv2d 64      1 x  1 x 64
                           8  maxPool2d 2   <-- here

                        Remove this pooling layer, or use conv2d(64, 3).same() above it to keep the size.\
                        """);
    }

    @Test
    void shows_every_row_of_a_short_model() {
        assertThatThrownBy(() -> sequential(input(28, 28, 1), conv2d(32, 3), dense(10)))
                .isInstanceOf(ShapeException.class)
                .hasMessage(
                        """
                        dense(10) needs a row of numbers, but gets 26 x 26 x 32.

                           1  input       28 x 28 x 1
                           2  conv2d 32   26 x 26 x 32
                           3  dense 10    <-- here

                        Add flatten() above it.\
                        """);
    }

    @Test
    void names_a_filter_that_is_larger_than_the_picture() {
        assertThatThrownBy(() -> sequential(input(4, 4, 3), conv2d(8, 5)))
                .hasMessageStartingWith(
                        "conv2d(8, 5) cannot slide over 4 x 4 x 3: it needs at least 5 x 5.")
                .hasMessageEndingWith(
                        "Use a smaller filter, or conv2d(8, 5).same() to keep the size.");
    }

    @Test
    void asks_for_pictures_where_a_row_comes() {
        assertThatThrownBy(() -> sequential(input(28, 28, 1), flatten(), conv2d(8, 3)))
                .hasMessageStartingWith(
                        "conv2d(8, 3) needs a picture (height x width x channels), but gets 784.");
        assertThatThrownBy(() -> sequential(input(784), maxPool2d(2)))
                .hasMessageStartingWith(
                        "maxPool2d(2) needs a picture (height x width x channels), but gets 784.");
    }

    @Test
    void does_not_offer_padding_where_every_convolution_has_it() {
        assertThatThrownBy(() -> sequential(input(1, 1, 1), conv2d(8, 3).same(), maxPool2d(2)))
                .hasMessageEndingWith("\n\nRemove this pooling layer.");
    }

    @Test
    void asks_for_an_input_first_and_only_first() {
        assertThatThrownBy(() -> sequential(conv2d(32, 3).relu()))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        A model begins with the shape of one example.
                        Received: conv2d(32, 3).relu() as the first layer
                        Expected: input(...)
                        Fix: begin with an input, for example sequential(input(28, 28, 1), ...).\
                        """);
        assertThatThrownBy(() -> sequential(input(4), dense(2), input(4)))
                .hasMessageStartingWith("input(4) stands inside the model");
    }

    @Test
    void rejects_sizes_below_one() {
        assertThatThrownBy(() -> dense(0))
                .hasMessage(
                        """
                        dense(0) cannot be made.
                        Received: units 0
                        Expected: 1 or more
                        Fix: for example dense(64).\
                        """);
        assertThatThrownBy(() -> conv2d(0, 3)).hasMessageContaining("Received: filters 0");
        assertThatThrownBy(() -> conv2d(3, -1)).hasMessageContaining("Received: size -1");
        assertThatThrownBy(() -> maxPool2d(0)).hasMessageContaining("Received: size 0");
        assertThatThrownBy(() -> input(28, 0, 1)).hasMessageContaining("Received: input(28, 0, 1)");
        assertThatThrownBy(() -> input()).hasMessageContaining("Received: input()");
    }

    @Test
    void keeps_the_stack_trace_to_the_readers_own_code() {
        assertThatThrownBy(() -> dense(0))
                .satisfies(
                        thrown ->
                                assertThat(thrown.getStackTrace())
                                        .noneMatch(
                                                frame ->
                                                        frame.getClassName()
                                                                .equals("dev.lungo.Lungo")));
    }
}
