package dev.lungo.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadsTests {
    private static final long LARGE = 500_000_000;

    @Test
    void small_steps_stay_on_one_thread() {
        Threads threads = Threads.of(1_000_000, 8, false);
        run(threads, 20, 1, 1);
        assertThat(threads.count()).isEqualTo(1);
        assertThat(threads).hasToString("1 thread");
    }

    @Test
    void a_seed_fixes_the_number_whatever_is_measured() {
        Threads threads = Threads.of(LARGE, 2, true);
        run(threads, 20, 9, 1);
        assertThat(threads.count()).isEqualTo(2);
        assertThat(threads).hasToString("2 threads");
    }

    @Test
    void takes_all_threads_where_they_are_faster() {
        Threads threads = Threads.of(LARGE, 4, false);
        run(threads, 20, 1, 1.6);
        assertThat(threads.count()).isEqualTo(4);
    }

    @Test
    void falls_back_to_one_thread_beside_a_busy_neighbour() {
        Threads threads = Threads.of(LARGE, 4, false);
        run(threads, 20, 20, 1);
        assertThat(threads.count()).isEqualTo(1);
    }

    @Test
    void tries_again_when_a_call_takes_much_longer_than_usual() {
        Threads threads = Threads.of(LARGE, 4, false);
        run(threads, 20, 1, 1.6);
        run(threads, 8, 20, 1.6);
        assertThat(threads.count()).isEqualTo(1);
    }

    @Test
    void returns_to_all_threads_when_the_neighbour_is_gone() {
        Threads threads = Threads.of(LARGE, 4, false);
        run(threads, 30, 20, 1);
        assertThat(threads.count()).isEqualTo(1);
        run(threads, 60, 1, 1.6);
        assertThat(threads.count()).isEqualTo(4);
    }

    @Test
    void one_disturbed_call_does_not_decide() {
        Threads threads = Threads.of(LARGE, 4, false);
        int ofMost = 0;
        for (int call = 0; call < 20; call++) {
            boolean disturbed = threads.count() > 1 && ++ofMost == 5;
            threads.measured(disturbed ? 2 : threads.count() > 1 ? 1 : 1.6);
        }
        assertThat(threads.count()).isEqualTo(4);
    }

    @Test
    void compares_ever_more_rarely_while_the_answer_stays_the_same() {
        Threads threads = Threads.of(LARGE, 4, false);
        int withMost = 0;
        for (int call = 0; call < 2000; call++) {
            withMost += threads.count() > 1 ? 1 : 0;
            threads.measured(threads.count() > 1 ? 20 : 1);
        }
        assertThat(withMost).isLessThan(20);
    }

    private static void run(Threads threads, int calls, double withMost, double withOne) {
        for (int i = 0; i < calls; i++) {
            threads.measured(threads.count() > 1 ? withMost : withOne);
        }
    }
}
