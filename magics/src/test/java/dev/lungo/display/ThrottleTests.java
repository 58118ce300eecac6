package dev.lungo.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThrottleTests {
    private final List<Integer> passed = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1; // nanoTime may overflow at any moment
    private final Throttle<Integer> throttle = new Throttle<>(passed::add, () -> now);

    @Test
    void passes_the_first_state_at_once_and_then_one_in_200_ms() {
        for (int i = 0; i <= 10; i++) {
            throttle.offer(i);
            now += TimeUnit.MILLISECONDS.toNanos(50);
        }
        assertThat(passed).containsExactly(0, 4, 8);
    }

    @Test
    void passes_the_last_state_at_the_end() {
        throttle.offer(1);
        throttle.offer(2);
        throttle.offer(3);
        throttle.close();
        assertThat(passed).containsExactly(1, 3);
    }

    @Test
    void passes_nothing_twice() {
        throttle.offer(1);
        throttle.flush();
        throttle.close();
        assertThat(passed).containsExactly(1);
    }
}
