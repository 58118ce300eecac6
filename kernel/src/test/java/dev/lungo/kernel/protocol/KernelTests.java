package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.wire.Channel;
import org.junit.jupiter.api.Test;

class KernelTests extends KernelTesting {
    @Test
    void survives_requests_that_make_no_sense() {
        send("no_such_request", "{}");
        assertThat(replyTo(send("complete_request", "{}")).get("status").getAsString())
                .isEqualTo("error");
        var wrong = send("complete_request", "{'code': 'a', 'cursor_pos': 'b'}");
        assertThat(replyTo(wrong).get("status").getAsString()).isEqualTo("error");
        replyTo(execute("alive"));
    }

    @Test
    void answers_on_the_channel_that_asked() {
        var info = client.send(Channel.CONTROL, "kernel_info_request", json("{}"));
        replyTo(info, Channel.CONTROL);
        assertThat(shownBy(info)).isEmpty();
    }
}
