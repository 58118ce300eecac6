package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.wire.Channel;
import dev.lungo.kernel.wire.Message;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a front end can ask while a cell runs. */
class BusyKernelTests extends KernelTesting {
    private Message cell;

    @BeforeEach
    void runACellThatDoesNotEnd() {
        session.on("wait", BusyKernelTests::waitForever);
        cell = execute("wait");
        awaitOutput("stream");
    }

    static Object waitForever() throws InterruptedException {
        System.out.print("running");
        new CountDownLatch(1).await();
        return null;
    }

    @Test
    void interrupts_the_cell() {
        var interrupt = client.send(Channel.CONTROL, "interrupt_request", json("{}"));
        assertThat(replyTo(interrupt, Channel.CONTROL).get("status").getAsString()).isEqualTo("ok");
        assertThat(replyTo(cell).get("ename").getAsString()).isEqualTo("InterruptedException");
        assertThat(replyTo(execute("alive")).get("status").getAsString()).isEqualTo("ok");
    }

    @Test
    void completes_and_inspects() {
        var complete = send("complete_request", "{'code': 'a🙂b', 'cursor_pos': 3}");
        assertThat(replyTo(complete).toString())
                .isEqualTo(
                        "{\"status\":\"ok\",\"matches\":[\"b!\"],\"cursor_start\":2,"
                                + "\"cursor_end\":3,\"metadata\":{}}");
        var inspect = send("inspect_request", "{'code': '🙂ab', 'cursor_pos': 2}");
        assertThat(replyTo(inspect).toString())
                .isEqualTo(
                        "{\"status\":\"ok\",\"found\":true,"
                                + "\"data\":{\"text/plain\":\"🙂a\"},\"metadata\":{}}");
        var isComplete = send("is_complete_request", "{'code': 'class A {'}");
        assertThat(replyTo(isComplete).toString())
                .isEqualTo("{\"status\":\"incomplete\",\"indent\":\"    \"}");
    }

    @Test
    void says_who_it_is_on_control() {
        var info = client.send(Channel.CONTROL, "kernel_info_request", json("{}"));
        var reply = replyTo(info, Channel.CONTROL);
        assertThat(reply.get("supported_features").toString()).isEqualTo("[\"kernel subshells\"]");
        assertThat(reply.get("protocol_version").getAsString()).isEqualTo("5.5");
        assertThat(reply.getAsJsonObject("language_info").get("file_extension").getAsString())
                .isEqualTo(".jshell");
    }

    @Test
    void shuts_down() throws InterruptedException {
        var request = client.send(Channel.CONTROL, "shutdown_request", json("{'restart': true}"));
        assertThat(replyTo(request, Channel.CONTROL).get("restart").getAsBoolean()).isTrue();
        kernel.awaitShutdown();
        assertThat(shownBy(request)).isEmpty();
    }
}
