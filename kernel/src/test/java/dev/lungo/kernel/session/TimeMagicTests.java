package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code %time} and {@code %%time}. */
class TimeMagicTests extends SessionTesting {
    private static final String TIMES =
            "Wall time: [\\d.]+ (ns|µs|ms|s), CPU time: [\\d.]+ (ns|µs|ms|s)\n";

    @Test
    void times_a_line_and_gives_its_value() {
        assertThat(value("int n = 3;\n%time \"a b\" + n;")).isEqualTo("a b3");
        assertThat(printed()).matches(TIMES);
        assertThat(value("String s = %time \"$n\" + n\ns")).isEqualTo("$n3");
    }

    @Test
    void times_a_cell_and_gives_its_value() {
        assertThat(value("%%time\nint a = 1;\nThread.sleep(20);\na + 1")).isEqualTo(2);
        assertThat(printed()).matches(TIMES);
        assertThat(value("a")).isEqualTo(1);
    }

    @Test
    void times_what_fails_too_and_names_the_line_of_the_cell() {
        assertThat(trace("%%time\nint a = 1;\na / 0"))
                .isEqualTo("ArithmeticException: / by zero\n  at %%time, line 3  a / 0");
        assertThat(printed()).matches(TIMES);
        assertThat(failure("%time").message())
                .isEqualTo("%time needs some Java behind it, for example %time f(3)");
    }
}
