package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformTests {
    @Test
    void brings_bytes_to_0_1() {
        assertThat(Transform.unit().apply(0)).isZero();
        assertThat(Transform.unit().apply(51)).isEqualTo(0.2f);
        assertThat(Transform.unit().apply(255)).isEqualTo(1);
    }

    @Test
    void leaves_raw_bytes_alone() {
        assertThat(Transform.raw().apply(51)).isEqualTo(51);
    }

    @Test
    void normalizes_on_the_scale_of_0_to_1() {
        assertThat(Transform.normalize(0.2, 0.5).apply(255)).isEqualTo(1.6f);
        assertThat(Transform.normalize(0.2, 0.5).apply(51)).isZero();
    }

    @Test
    void says_what_the_model_sees() {
        assertThat(Transform.unit()).hasToString("0..1");
        assertThat(Transform.raw()).hasToString("raw 0..255");
        assertThat(Transform.normalize(0.1307, 0.3081))
                .hasToString("0..1, then mean 0.1307, std 0.3081");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void refuses_a_std_that_cannot_divide(double std) {
        assertThatThrownBy(() -> Transform.normalize(0.5, std))
                .hasMessage(
                        """
                        normalize(mean, std) cannot divide by this std.
                        Received: std %s
                        Expected: a number greater than 0
                        Fix: pass the standard deviation of the training pixels, scaled to 0..1.\
                        """
                                .formatted(std));
    }

    @Test
    void refuses_a_mean_that_is_no_number() {
        assertThatThrownBy(() -> Transform.normalize(Double.NaN, 1))
                .hasMessageContaining("Received: mean NaN");
    }
}
