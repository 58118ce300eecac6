package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.tensor.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The real digits, from the cache or whatever source can be reached. */
class MnistIT {
    private final Splits mnist = Mnist.load();

    @Test
    void has_70000_digits() {
        assertThat(mnist.train().size()).isEqualTo(60_000);
        assertThat(mnist.test().size()).isEqualTo(10_000);
        assertThat(mnist.train().shape()).isEqualTo(Shape.of(28, 28, 1));
        assertThat(mnist.train().classNames()).hasSize(10).startsWith("0").endsWith("9");
        assertThat(mnist)
                .hasToString(
                        """
                        train: Dataset: 60,000 examples of 28 x 28 x 1 (uint8, 10 classes), pixels \
                        as 0..1
                        test:  Dataset: 10,000 examples of 28 x 28 x 1 (uint8, 10 classes), pixels \
                        as 0..1\
                        """);
    }

    @Test
    void begins_with_the_labels_everybody_knows() {
        assertThat(mnist.train().labels()).startsWith(5, 0, 4, 1, 9);
        assertThat(mnist.test().labels()).startsWith(7, 2, 1, 0, 4);
    }

    @Test
    void has_the_mean_and_deviation_that_pytorch_examples_use() {
        ByteValues pixels = (ByteValues) mnist.train().inputs();
        long[] counts = new long[256];
        for (byte pixel : pixels.array()) {
            counts[pixel & 0xff]++;
        }
        double mean = 0;
        for (int value = 0; value < counts.length; value++) {
            mean += counts[value] * (value / 255.0) / pixels.length();
        }
        double variance = 0;
        for (int value = 0; value < counts.length; value++) {
            variance += counts[value] * Math.pow(value / 255.0 - mean, 2) / pixels.length();
        }

        assertThat(Arrays.stream(counts).sum()).isEqualTo(60_000 * 784);
        assertThat(mean).isCloseTo(0.1307, within(0.00005));
        assertThat(Math.sqrt(variance)).isCloseTo(0.3081, within(0.00005));
    }
}
