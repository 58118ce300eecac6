package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatasetTests {
    private static final List<String> NAMES = List.of("cat", "dog");
    private final byte[] pixels = {0, 1, 2, 3, 4, 5, 6, (byte) 255};
    private final Dataset images =
            Dataset.images(pixels, Shape.of(1, 2, 1), new int[] {0, 1, 1, 0}, NAMES);

    @Test
    void knows_its_size_shape_and_labels() {
        assertThat(images.size()).isEqualTo(4);
        assertThat(images.shape()).isEqualTo(Shape.of(1, 2, 1));
        assertThat(images.labels()).containsExactly(0, 1, 1, 0);
        assertThat(images.label(2)).isEqualTo(1);
        assertThat(images.className(2)).isEqualTo("dog");
        assertThat(images.classNames()).containsExactly("cat", "dog");
        assertThat(images.example(3)).containsExactly(6, 255);
    }

    @Test
    void shares_pixels_with_its_parts() {
        Dataset part = images.skip(1).take(2);

        assertThat(part.inputs()).isEqualTo(new ByteValues(pixels, 2, 2, Shape.of(1, 2, 1)));
        assertThat(part.inputs().length()).isEqualTo(4);
        assertThat(part.labels()).containsExactly(1, 1);
        assertThat(part.example(0)).containsExactly(2, 3);
        assertThat(part.skip(1).example(0)).containsExactly(4, 5);
    }

    @Test
    void cannot_be_changed_from_outside() {
        images.labels()[0] = 1;
        images.example(0)[0] = 99;

        assertThat(images.label(0)).isZero();
        assertThat(images.example(0)).containsExactly(0, 1);
    }

    @Test
    void keeps_its_transform_in_parts() {
        assertThat(images.transform()).isEqualTo(Transform.unit());
        assertThat(images.raw().take(1).transform()).isEqualTo(Transform.raw());
        assertThat(images.normalize(0.5, 0.25).skip(1).transform())
                .isEqualTo(Transform.normalize(0.5, 0.25));
    }

    @Test
    void holds_rows_of_numbers_as_they_are() {
        Dataset rows = Dataset.of(new float[][] {{1, 2}, {3, 4}}, new int[] {0, 1}, NAMES);

        assertThat(rows.skip(1).inputs())
                .isInstanceOfSatisfying(
                        FloatValues.class,
                        values -> {
                            assertThat(values.array()).containsExactly(1, 2, 3, 4);
                            assertThat(values.offset()).isEqualTo(2);
                        });
        assertThat(rows.transform()).isEqualTo(Transform.raw());
        assertThat(rows.normalize(1, 2).transform().apply(3)).isEqualTo(1);
        assertThat(rows).hasToString("Dataset: 2 examples of 2 (float32, 2 classes)");
    }

    @Test
    void describes_itself_the_same_in_every_locale() {
        Dataset many = Dataset.images(new byte[2500], Shape.of(1, 1, 1), new int[2500], NAMES);
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(many.normalize(0.5, 0.25))
                    .hasToString(
                            "Dataset: 2,500 examples of 1 x 1 x 1 (uint8, 2 classes), pixels as"
                                    + " 0..1, then mean 0.5, std 0.25");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void refuses_to_take_more_than_there_is() {
        assertThatThrownBy(() -> images.take(5))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        take(5) asks for more examples than there are.
                        Received: 5
                        Expected: 1 to 4
                        Fix: take fewer examples, or leave take out to use all of them.\
                        """);
    }

    @Test
    void refuses_to_take_nothing() {
        assertThatThrownBy(() -> images.take(0))
                .hasMessageStartingWith("take(0) leaves no examples.");
    }

    @Test
    void refuses_to_skip_everything_or_backwards() {
        assertThatThrownBy(() -> images.skip(4))
                .hasMessage(
                        """
                        skip(4) leaves no examples.
                        Received: 4
                        Expected: 0 to 3
                        Fix: skip fewer examples, or leave skip out to use all of them.\
                        """);
        assertThatThrownBy(() -> images.skip(-1))
                .hasMessageStartingWith("skip(-1) cannot skip backwards.");
    }

    @Test
    void refuses_an_example_that_is_not_there() {
        assertThatThrownBy(() -> images.take(2).label(2))
                .hasMessageContaining("label(2) asks for an example that is not there.")
                .hasMessageContaining("Expected: 0 to 1");
        assertThatThrownBy(() -> images.take(2).example(-1)).hasMessageContaining("example(-1)");
    }

    @Test
    void refuses_pixels_that_do_not_fit_the_labels() {
        assertThatThrownBy(
                        () -> Dataset.images(pixels, Shape.of(1, 3, 1), new int[] {0, 1, 0}, NAMES))
                .hasMessage(
                        """
                        Dataset.images has 3 labels, and the pixels do not fit them.
                        Received: 8 bytes
                        Expected: 9 bytes (3 images of 1 x 3 x 1)
                        Fix: pass one label for each image, and the shape of one image.\
                        """);
    }

    @Test
    void refuses_images_without_channels() {
        assertThatThrownBy(() -> Dataset.images(pixels, Shape.of(2, 4), new int[] {0}, NAMES))
                .hasMessageContaining("Received: 2 x 4")
                .hasMessageContaining("Expected: height x width x channels");
    }

    @Test
    void refuses_a_label_without_a_name() {
        assertThatThrownBy(() -> Dataset.images(pixels, Shape.of(1, 4, 1), new int[] {1, 2}, NAMES))
                .hasMessageContaining("Example 1 has a label without a class name.")
                .hasMessageContaining("Received: label 2 and 2 class names");
    }

    @Test
    void refuses_rows_of_different_lengths() {
        assertThatThrownBy(() -> Dataset.of(new float[][] {{1, 2}, {3}}, new int[] {0, 1}, NAMES))
                .hasMessageContaining("Received: row 1 with 1 numbers")
                .hasMessageContaining("Expected: 2 numbers");
    }

    @Test
    void refuses_to_be_empty() {
        assertThatThrownBy(() -> Dataset.of(new float[0][], new int[0], NAMES))
                .hasMessageStartingWith("A data set needs examples.");
    }

    @Test
    void refuses_pixels_of_a_row() {
        Dataset rows = Dataset.of(new float[][] {{1, 2}}, new int[] {0}, NAMES);

        assertThatThrownBy(() -> rows.example(0))
                .hasMessageContaining("example(0) returns the pixels of an image.")
                .hasMessageContaining("Received: a data set of rows (float32, 2)");
    }
}
