package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.Notebook;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SessionStartTests extends KernelTesting {
    private final CountDownLatch mayOpen = new CountDownLatch(1);
    private volatile boolean fails;

    @Override
    FakeSession open(Notebook notebook) throws Exception {
        mayOpen.await();
        if (fails) {
            throw new IllegalStateException("no compiler");
        }
        notebook.startup("hello");
        notebook.startup("bad");
        session.on(
                "hello",
                () -> {
                    System.out.println("started");
                    return null;
                });
        session.on(
                "bad",
                () -> {
                    throw new IllegalStateException("not today");
                });
        return session;
    }

    @Test
    void kernel_info_is_answered_before_the_session_is_there() {
        var cell = execute("first");
        var question = send("complete_request", "{'code': 'a', 'cursor_pos': 1}");
        replyTo(send("kernel_info_request", "{}"));
        mayOpen.countDown();
        assertThat(shownBy(cell)).contains("in[1]");
        assertThat(
                        java.util.Set.of(
                                client.receive(dev.lungo.kernel.wire.Channel.SHELL).parent(),
                                client.receive(dev.lungo.kernel.wire.Channel.SHELL).parent()))
                .containsExactlyInAnyOrder(cell.header().json(), question.header().json());
    }

    @Test
    void start_up_code_shows_its_output_and_errors_under_the_first_cell() {
        mayOpen.countDown();
        var cell = execute("first");
        assertThat(String.join("", shownBy(cell)))
                .contains("started", "Start-up code failed: IllegalStateException: not today");
        assertThat(shownBy(execute("second"))).containsExactly("in[2]");
    }

    @Test
    void a_session_that_cannot_open_is_an_error_of_the_cell() {
        fails = true;
        mayOpen.countDown();
        var cell = execute("first");
        assertThat(replyTo(cell).get("evalue").getAsString())
                .isEqualTo(
                        "The Java session could not start: java.lang.IllegalStateException: no"
                                + " compiler");
    }
}
