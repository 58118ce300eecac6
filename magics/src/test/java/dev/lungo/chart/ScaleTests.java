package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTests {
    @ParameterizedTest
    @CsvSource({
        "0.03, 0.17, '[0.00, 0.05, 0.10, 0.15, 0.20]'",
        "0.94, 0.999, '[0.94, 0.96, 0.98, 1.00]'",
        "0, 100, '[0, 50, 100]'",
        "-1, 1, '[-1.0, -0.5, 0.0, 0.5, 1.0]'",
        "0.5, 0.5, '[0.45, 0.50, 0.55]'",
        "0, 0, '[-0.5, 0.0, 0.5]'",
        "1e-9, 4e-9, '[1.0e-09, 2.0e-09, 3.0e-09, 4.0e-09]'",
        "0, 4e30, '[0, 1.0e+30, 2.0e+30, 3.0e+30, 4.0e+30]'"
    })
    void labels_round_numbers(double low, double high, String labels) {
        Scale scale = Scale.covering(DoubleStream.of(low, high));
        assertThat(scale.ticks().stream().map(scale::label).toList()).hasToString(labels);
    }

    @ParameterizedTest
    @CsvSource({
        "0.03, 0.17",
        "1, 1",
        "-3.4e38, 3.4e38",
        "1e17, 100000000000000016",
        "4.9e-324, 1e-320",
        "0.3, 0.9"
    })
    void holds_all_values_with_few_labels(double low, double high) {
        Scale scale = Scale.covering(DoubleStream.of(low, high));
        assertThat(scale.place(low)).isBetween(-1e-6, 1.0);
        assertThat(scale.place(high)).isBetween(0.0, 1 + 1e-6);
        assertThat(scale.ticks()).hasSizeBetween(2, 8);
    }

    @Test
    void is_zero_to_one_without_values() {
        Scale scale = Scale.covering(DoubleStream.of(Double.NaN, Double.NEGATIVE_INFINITY));
        assertThat(scale.ticks().stream().map(scale::label))
                .isEqualTo(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"));
    }
}
