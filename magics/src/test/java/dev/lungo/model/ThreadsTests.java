package dev.lungo.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.model.Threads.Way;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadsTests {
    private static final long LARGE = 500_000_000;
    private static final Way ONE = new Way(1, false);
    private static final Way ASLEEP = new Way(4, false);
    private static final Way AWAKE = new Way(4, true);

    private final Threads threads = Threads.of(LARGE, 4, false);

    @Test
    void small_steps_stay_on_one_thread() {
        Threads small = Threads.of(1_000_000, 8, false);
        run(small, 40, 1, 1, 9);
        assertThat(small.way()).isEqualTo(ONE);
        assertThat(small).hasToString("1 thread");
    }

    @Test
    void a_seed_fixes_the_number_but_not_how_they_wait() {
        Threads seeded = Threads.of(LARGE, 4, true);
        assertThat(seeded).hasToString("4 threads");
        run(seeded, 20, 1, 1.6, 0.5);
        assertThat(seeded.way()).isEqualTo(AWAKE);
        run(seeded, 20, 20, 1.6, 0.5);
        assertThat(seeded.way()).isEqualTo(ASLEEP);
    }

    @Test
    void begins_with_sleeping_threads_and_takes_the_fastest_way() {
        assertThat(threads.way()).isEqualTo(ASLEEP);
        assertThat(threads).hasToString("up to 4 threads");
        run(threads, 20, 1, 1.6, 1.8);
        assertThat(threads.way()).isEqualTo(AWAKE);
    }

    @Test
    void one_core_of_many_being_busy_leaves_the_others_asleep() {
        run(threads, 20, 20, 1, 2);
        assertThat(threads.way()).isEqualTo(ASLEEP);
    }

    @Test
    void falls_back_to_one_thread_at_once_beside_a_busy_neighbour() {
        run(threads, 20, 1, 1.6, 1.8);
        run(threads, 10, 20, 2, 1.8);
        assertThat(threads.way()).isEqualTo(ONE);
    }

    @Test
    void returns_to_all_threads_when_the_neighbour_is_gone() {
        run(threads, 20, 20, 2, 1);
        assertThat(threads.way()).isEqualTo(ONE);
        run(threads, 60, 1, 1.6, 1.8);
        assertThat(threads.way()).isEqualTo(AWAKE);
    }

    @Test
    void one_disturbed_call_does_not_decide() {
        int awake = 0;
        for (int call = 0; call < 20; call++) {
            boolean disturbed = threads.way().equals(AWAKE) && ++awake == 2;
            threads.measured(disturbed ? 1.7 : seconds(threads.way(), 1, 1.6, 1.8), true);
        }
        assertThat(threads.way()).isEqualTo(AWAKE);
    }

    @Test
    void a_way_that_is_far_behind_is_tried_once_a_comparison() {
        int awake = 0;
        int risks = 0;
        for (int call = 0; call < 2000; call++) {
            awake += threads.way().equals(AWAKE) ? 1 : 0;
            risks += threads.isRisky() ? 1 : 0;
            threads.measured(seconds(threads.way(), 20, 2, 1), true);
        }
        assertThat(awake).isBetween(10, 30);
        assertThat(risks).isEqualTo(awake);
    }

    @Test
    void does_not_even_try_to_stay_awake_beside_busy_neighbours() {
        assertThat(callsAwake(200, false)).isZero();
        assertThat(callsAwake(200, true)).isGreaterThan(80);
    }

    private long callsAwake(int calls, boolean quiet) {
        return IntStream.range(0, calls)
                .filter(
                        call -> {
                            Way way = threads.way();
                            threads.measured(seconds(way, 1, 2, 3), quiet);
                            return way.awake();
                        })
                .count();
    }

    private static void run(Threads threads, int calls, double awake, double asleep, double one) {
        for (int i = 0; i < calls; i++) {
            threads.measured(seconds(threads.way(), awake, asleep, one), true);
        }
    }

    private static double seconds(Way way, double awake, double asleep, double one) {
        return way.count() == 1 ? one : way.awake() ? awake : asleep;
    }
}
