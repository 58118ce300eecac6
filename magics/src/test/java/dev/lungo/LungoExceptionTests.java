package dev.lungo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LungoExceptionTests {
    @Test
    void says_what_was_received_and_expected_and_how_to_fix_it() {
        assertThat(LungoException.badInput("dense(0) has no units.", 0, "1 or more", "write 64."))
                .hasMessage(
                        """
                        dense(0) has no units.
                        Received: 0
                        Expected: 1 or more
                        Fix: write 64.\
                        """);
    }

    @Test
    void begins_its_trace_at_the_first_frame_outside_the_library_and_the_jdk() {
        // This test is in dev.lungo itself, and the stream puts java.util frames between.
        RuntimeException thrown =
                List.of(1).stream().map(i -> new LungoException("message")).findFirst().get();

        assertThat(thrown.getStackTrace()[0].getClassName()).startsWith("org.junit.");
    }

    @Test
    void keeps_the_whole_trace_where_no_user_code_is_on_it() throws InterruptedException {
        LungoException[] thrown = new LungoException[1];
        Thread thread = new Thread(() -> thrown[0] = new LungoException("message"));
        thread.start();
        thread.join();

        assertThat(thrown[0].getStackTrace()[0].getClassName()).isEqualTo(getClass().getName());
    }
}
