package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.wire.Channel;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Cells that run beside the main one. */
class SubshellTests extends KernelTesting {
    private String list() {
        var list = client.send(Channel.CONTROL, "list_subshell_request", json("{}"));
        return replyTo(list, Channel.CONTROL).get("subshell_id").toString();
    }

    @Test
    void run_a_cell_while_the_main_one_runs() {
        var mayEnd = new CountDownLatch(1);
        session.on(
                "long",
                () -> {
                    System.out.print("main");
                    mayEnd.await();
                    return 1;
                });
        session.on(
                "short",
                () -> {
                    System.out.print("beside");
                    return 2;
                });
        var main = execute("long");
        awaitOutput("stream");
        var id = createSubshell();
        var beside =
                client.send(
                        Channel.SHELL,
                        "execute_request",
                        id,
                        json("{'code': 'short', 'user_expressions': {'a': 'short'}}"));
        assertThat(shownBy(beside)).contains("in[2]", "out[2]:2");
        assertThat(replyTo(beside).get("execution_count").getAsInt()).isEqualTo(2);
        mayEnd.countDown();
        assertThat(replyTo(main).get("execution_count").getAsInt()).isEqualTo(1);
        assertThat(awaitOutput("execute_result").parent()).isEqualTo(main.header().json());
    }

    @Test
    void are_listed_until_they_are_deleted() {
        assertThat(list()).isEqualTo("[]");
        var id = createSubshell();
        assertThat(list()).isEqualTo("[\"" + id + "\"]");
        var delete = "{'subshell_id': '" + id + "'}";
        var deletion = client.send(Channel.CONTROL, "delete_subshell_request", json(delete));
        assertThat(replyTo(deletion, Channel.CONTROL).get("status").getAsString()).isEqualTo("ok");
        assertThat(list()).isEqualTo("[]");
        var again = client.send(Channel.CONTROL, "delete_subshell_request", json(delete));
        assertThat(replyTo(again, Channel.CONTROL).get("evalue").getAsString())
                .isEqualTo(
                        "There is no subshell %s. Create one with create_subshell_request."
                                .formatted(id));
    }

    @Test
    void that_do_not_exist_are_an_error_of_the_cell() {
        var cell = client.send(Channel.SHELL, "execute_request", "gone", json("{'code': 'a'}"));
        assertThat(replyTo(cell).get("evalue").getAsString())
                .startsWith("There is no subshell gone.");
    }

    @Test
    void go_on_when_the_main_cell_is_interrupted_and_stop_when_none_runs() {
        session.on("busy", BusyKernelTests::waitForever);
        var main = execute("busy");
        awaitOutput("stream");
        var id = createSubshell();
        var beside = client.send(Channel.SHELL, "execute_request", id, json("{'code': 'busy'}"));
        awaitOutput("stream");

        interrupt();
        assertThat(replyTo(main).get("status").getAsString()).isEqualTo("error");
        var idle = execute("alive");
        assertThat(replyTo(idle).get("status").getAsString()).isEqualTo("ok");
        interrupt();
        assertThat(replyTo(beside).get("status").getAsString()).isEqualTo("error");
    }

    @Test
    void stop_alone_when_the_interrupt_names_them() {
        session.on("busy", BusyKernelTests::waitForever);
        var main = execute("busy");
        awaitOutput("stream");
        var id = createSubshell();
        var beside = client.send(Channel.SHELL, "execute_request", id, json("{'code': 'busy'}"));
        awaitOutput("stream");

        var interrupt = client.send(Channel.CONTROL, "interrupt_request", id, json("{}"));
        replyTo(interrupt, Channel.CONTROL);
        assertThat(replyTo(beside).get("status").getAsString()).isEqualTo("error");
        interrupt();
        assertThat(replyTo(main).get("status").getAsString()).isEqualTo("error");
    }

    @Test
    void abort_what_waits_when_they_are_deleted() {
        session.on("busy", BusyKernelTests::waitForever);
        var id = createSubshell();
        var running = client.send(Channel.SHELL, "execute_request", id, json("{'code': 'busy'}"));
        awaitOutput("stream");
        var waiting = client.send(Channel.SHELL, "execute_request", id, json("{'code': 'next'}"));
        replyTo(send("kernel_info_request", "{}")); // sent after the cell, so it waits by now
        var delete = json("{'subshell_id': '" + id + "'}");
        replyTo(client.send(Channel.CONTROL, "delete_subshell_request", delete), Channel.CONTROL);
        interrupt();
        assertThat(replyTo(running).get("status").getAsString()).isEqualTo("error");
        assertThat(replyTo(waiting).get("status").getAsString()).isEqualTo("aborted");
    }
}
