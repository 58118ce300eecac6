package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpareMemoryTests {
    @ParameterizedTest(name = "grown by {0} MB to {1} in use: {2}")
    @CsvSource({"127, 100, false", "128, 100, true", "600, 512, true", "600, 513, false"})
    void collects_what_is_worth_it_and_quick(long grown, long used, boolean expected) {
        assertThat(SpareMemory.isWorthIt(grown << 20, used << 20)).isEqualTo(expected);
    }
}
