package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.kernel.Comm;
import dev.lungo.kernel.Comms;
import dev.lungo.kernel.wire.Channel;
import dev.lungo.kernel.wire.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Lines to widgets, opened by a cell or by the front end. */
class CommTests extends KernelTesting {
    private static final byte[] BYTES = "raw".getBytes(StandardCharsets.UTF_8);

    private String info(String content) {
        return replyTo(send("comm_info_request", content)).get("comms").toString();
    }

    @Test
    void a_cell_opens_one_and_hears_from_the_front_end() {
        var comm = new AtomicReference<Comm>();
        session.on(
                "open",
                () -> {
                    var chart =
                            Comms.open(
                                    "chart", Map.of("x", 1.5), Map.of("version", "2.1.0"), BYTES);
                    chart.onMessage(
                            message -> {
                                System.out.print(message.data());
                                chart.send(message.data());
                            });
                    chart.onClose(message -> System.out.print("closed"));
                    comm.set(chart);
                    return null;
                });
        var cell = execute("open");
        var open = awaitOutput("comm_open");
        assertThat(open.parent()).isEqualTo(cell.header().json());
        assertThat(open.content().get("target_name").getAsString()).isEqualTo("chart");
        assertThat(open.content().get("data").toString()).isEqualTo("{\"x\":1.5}");
        assertThat(open.metadata().toString()).isEqualTo("{\"version\":\"2.1.0\"}");
        assertThat(open.buffers()).containsExactly(BYTES);
        replyTo(cell);
        var id = comm.get().id();
        assertThat(info("{}")).isEqualTo("{\"%s\":{\"target_name\":\"chart\"}}".formatted(id));
        assertThat(info("{'target_name': 'other'}")).isEqualTo("{}");

        var message = send("comm_msg", "{'comm_id': '%s', 'data': {'n': 2}}".formatted(id));
        assertThat(shownBy(message)).containsExactly("stdout:{n=2}", "comm_msg");
        var close = send("comm_close", "{'comm_id': '%s', 'data': {}}".formatted(id));
        assertThat(shownBy(close)).containsExactly("stdout:closed");
        assertThat(comm.get().isOpen()).isFalse();
        assertThatThrownBy(() -> comm.get().send(Map.of()))
                .hasMessage(
                        "The comm %s to chart is closed. Open a new one with Comms.open(\"chart\","
                                        .formatted(id)
                                + " data).");
        assertThat(info("{}")).isEqualTo("{}");
    }

    @Test
    void a_front_end_opens_one_that_a_cell_offers() {
        Comms.onOpen(
                "echo",
                (comm, opened) -> {
                    comm.send(Map.of("got", opened.data(), "list", List.of(1, "b")));
                    comm.close();
                });
        var open = send("comm_open", "{'comm_id': 'c', 'target_name': 'echo', 'data': {'a': 1}}");
        assertThat(awaitOutput("comm_msg").content().getAsJsonObject("data").toString())
                .contains("\"got\":{\"a\":1}", "\"list\":[1,\"b\"]");
        assertThat(awaitOutput("comm_close").parent()).isEqualTo(open.header().json());
    }

    @Test
    void an_unknown_target_is_closed_at_once() {
        send("comm_open", "{'comm_id': 'c', 'target_name': 'jupyter.widget', 'data': {}}");
        assertThat(awaitOutput("comm_close").content().get("comm_id").getAsString()).isEqualTo("c");
    }

    @Test
    void a_listener_that_fails_is_told_and_the_kernel_goes_on() {
        Comms.onOpen(
                "bad",
                (comm, opened) -> {
                    throw new IllegalStateException("no");
                });
        var open = send("comm_open", "{'comm_id': 'c', 'target_name': 'bad', 'data': {}}");
        assertThat(shownBy(open))
                .containsExactly(
                        "stderr:A listener of a comm failed: java.lang.IllegalStateException:"
                                + " no\n");
        replyTo(execute("alive"));
    }

    @Test
    void a_message_on_a_subshell_is_heard_while_a_cell_runs() {
        Comms.onOpen("slider", (comm, opened) -> System.out.print("heard"));
        var busy = keepBusy();
        var content = json("{'comm_id': 'c', 'target_name': 'slider', 'data': {}}");
        var open = client.send(Channel.SHELL, "comm_open", createSubshell(), content);
        assertThat(shownBy(open)).containsExactly("stdout:heard");
        interrupt();
        assertThat(replyTo(busy).get("status").getAsString()).isEqualTo("error");
    }

    private Message keepBusy() {
        session.on("busy", BusyKernelTests::waitForever);
        var busy = execute("busy");
        awaitOutput("stream");
        return busy;
    }
}
