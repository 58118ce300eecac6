package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompilerWarmUpTests {
    private static final int CELLS = 10;

    private final CompilerWarmUp warmUp = CompilerWarmUp.prepare();

    @Test
    void all_its_cells_run_without_JShell() {
        for (int number = 0; number < CELLS; number++) {
            assertThat(warmUp.runCell(number)).as("cell %d", number).isTrue();
        }
    }

    @Test
    void runs_when_no_cell_does_and_ends() {
        Deque<Boolean> busy = new ArrayDeque<>(List.of(true, true, false));
        int cells =
                warmUp.run(() -> busy.size() > 1 ? busy.pop() : busy.peek(), Duration.ofMillis(1));
        assertThat(busy).containsExactly(false);
        assertThat(cells).isPositive();
    }
}
