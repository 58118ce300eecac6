package dev.lungo.layer;

import static dev.lungo.Lungo.avgPool2d;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.maxPool2d;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StackTests {
    private final Stack cnn =
            Stack.of(
                    List.of(
                            input(28, 28, 1),
                            conv2d(32, 3).relu(),
                            maxPool2d(2),
                            conv2d(64, 3).relu(),
                            maxPool2d(2),
                            conv2d(64, 3).relu(),
                            flatten(),
                            dense(64).relu(),
                            dense(10).softmax()));

    @Test
    void lets_windows_and_their_steps_be_higher_than_wide() {
        Stack stack =
                Stack.of(
                        List.of(
                                input(12, 9, 2),
                                conv2d(3, 3, 1).stride(2, 1),
                                maxPool2d(1, 3),
                                avgPool2d(2, 1).stride(1, 2)));
        assertThat(stack.shapes().stream().map(Object::toString))
                .containsExactly("12 x 9 x 2", "5 x 9 x 3", "5 x 3 x 3", "4 x 2 x 3");
        assertThat(stack.layers().toString())
                .contains("conv2d(3, 3, 1).stride(2, 1)", "avgPool2d(2, 1).stride(1, 2)");
    }

    @Test
    void infers_the_shapes_of_the_mnist_cnn() {
        assertThat(cnn.shapes().stream().map(Object::toString))
                .containsExactly(
                        "28 x 28 x 1",
                        "26 x 26 x 32",
                        "13 x 13 x 32",
                        "11 x 11 x 64",
                        "5 x 5 x 64",
                        "3 x 3 x 64",
                        "576",
                        "64",
                        "10");
    }

    @Test
    void counts_the_parameters_that_keras_counts() {
        assertThat(IntStream.range(0, 9).mapToLong(cnn::parameters))
                .containsExactly(0L, 320L, 0L, 18_496L, 0L, 36_928L, 0L, 36_928L, 650L);
    }

    @Test
    void names_layers_as_keras_does() {
        assertThat(cnn.names())
                .containsExactly(
                        "input",
                        "conv2d",
                        "maxPool2d",
                        "conv2d_1",
                        "maxPool2d_1",
                        "conv2d_2",
                        "flatten",
                        "dense",
                        "dense_1");
    }

    @Test
    void keeps_the_size_where_a_convolution_is_padded() {
        Stack padded = Stack.of(List.of(input(7, 5, 2), conv2d(4, 3).same(), conv2d(4, 2).same()));
        assertThat(padded.shapes().stream().map(Object::toString))
                .containsExactly("7 x 5 x 2", "7 x 5 x 4", "7 x 5 x 4");
    }

    @Test
    void describes_layers_as_they_are_written() {
        assertThat(cnn.layers().stream().map(Object::toString))
                .contains(
                        "conv2d(32, 3).relu()", "maxPool2d(2)", "flatten()", "dense(10).softmax()");
        assertThat(conv2d(8, 5).same().tanh()).hasToString("conv2d(8, 5).same().tanh()");
    }
}
