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
    void keeps_unknown_header_fields_for_the_answer() {
        var header = execute("one");
        assertThat(awaitOutput("execute_input").parent()).isEqualTo(header.header().json());
    }

    @Test
    void answers_history_and_comms() {
        var history = send("history_request", "{'hist_access_type': 'anything'}");
        assertThat(replyTo(history).toString()).isEqualTo("{\"status\":\"ok\",\"history\":[]}");
        assertThat(replyTo(send("comm_info_request", "{}")).toString())
                .isEqualTo("{\"status\":\"ok\",\"comms\":{}}");
        send("comm_open", "{'comm_id': 'c', 'target_name': 'jupyter.widget', 'data': {}}");
        assertThat(awaitOutput("comm_close").content().get("comm_id").getAsString()).isEqualTo("c");
    }

    @Test
    void answers_on_the_channel_that_asked() {
        var info = client.send(Channel.CONTROL, "kernel_info_request", json("{}"));
        replyTo(info, Channel.CONTROL);
        assertThat(shownBy(info)).isEmpty();
    }
}
