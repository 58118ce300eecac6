package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.wire.Channel;
import dev.lungo.kernel.wire.Message;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionStartTests extends KernelTesting {
    private final CountDownLatch mayOpen = new CountDownLatch(1);
    private volatile boolean fails;

    @Override
    FakeSession open(LiveNotebook notebook) throws Exception {
        mayOpen.await();
        if (fails) {
            throw new IllegalStateException("no compiler");
        }
        System.out.print("started");
        return session;
    }

    @Test
    void kernel_info_is_answered_before_the_session_is_there() {
        var cell = execute("first");
        var question = send("complete_request", "{'code': 'a', 'cursor_pos': 1}");
        replyTo(send("kernel_info_request", "{}"));
        mayOpen.countDown();
        var replies = Stream.generate(() -> client.receive(Channel.SHELL)).limit(2);
        assertThat(replies.map(Message::parent))
                .containsExactlyInAnyOrder(cell.header().json(), question.header().json());
    }

    @Test
    void what_the_start_prints_is_shown_under_the_first_cell() {
        mayOpen.countDown();
        assertThat(shownBy(execute("first"))).contains("stdout:started");
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
