package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTests {
    @ParameterizedTest
    @CsvSource({
        "0.98766, 0.9877",
        "0, 0.0000",
        "12345.678, 12345.6780",
        "0.00012345, 1.2345e-04",
        "-3e7, -3.0000e+07",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void writes_metrics(double value, String text) {
        assertThat(Numbers.metric(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "0.0214, 21 ms",
        "0.0996, 0.1 s",
        "2.14, 2.1 s",
        "9.96, 10 s",
        "59.4, 59 s",
        "59.6, 1 min 0 s",
        "125, 2 min 5 s",
        "3599.7, 1 h 0 min",
        "4800, 1 h 20 min"
    })
    void writes_times(double seconds, String text) {
        assertThat(Numbers.seconds(seconds)).isEqualTo(text);
    }
}
