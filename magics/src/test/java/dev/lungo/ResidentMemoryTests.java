package dev.lungo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentMemoryTests {
    @Test
    void a_jump_of_the_jvm_is_no_growth() {
        List<Double> jumps = List.of(364.0, 364.0, 364.0, 364.0, 364.0, 374.0, 403.0);
        assertThat(ResidentMemory.growth(jumps)).isZero();
    }

    @Test
    void nor_is_noise() {
        List<Double> noise = List.of(342.0, 361.0, 357.8, 359.1, 350.6, 361.3, 357.7);
        assertThat(ResidentMemory.growth(noise)).isLessThan(1);
    }

    @Test
    void what_leaks_a_little_each_time_is() {
        List<Double> leak = List.of(342.0, 346.0, 350.0, 370.0, 358.0, 362.0, 366.0);
        assertThat(ResidentMemory.growth(leak)).isCloseTo(6.7, within(0.1));
    }
}
