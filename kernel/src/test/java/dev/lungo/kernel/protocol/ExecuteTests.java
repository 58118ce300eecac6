package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.DisplayCalls;
import dev.lungo.kernel.wire.Channel;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ExecuteTests extends KernelTesting {
    @Test
    void shows_output_display_and_result_in_order_before_idle() {
        session.on(
                "cell",
                () -> {
                    System.out.print("héllo 中文 🙂");
                    System.err.print("oops");
                    DisplayCalls.display("shown");
                    System.out.print("end");
                    return new int[] {1, 2};
                });
        var request = execute("cell");
        assertThat(shownBy(request))
                .containsExactly(
                        "in[1]",
                        "stdout:héllo 中文 🙂",
                        "stderr:oops",
                        "display_data",
                        "stdout:end",
                        "out[1]:[1, 2]");
        var reply = replyTo(request);
        assertThat(reply.get("status").getAsString()).isEqualTo("ok");
        assertThat(reply.get("execution_count").getAsInt()).isEqualTo(1);
    }

    @Test
    void shows_no_id_when_a_cell_ends_with_a_display() {
        session.on("cell", () -> DisplayCalls.display("shown"));
        assertThat(shownBy(execute("cell"))).containsExactly("in[1]", "display_data");
    }

    @Test
    void shows_an_error_and_replies_with_it() {
        session.on(
                "bad",
                () -> {
                    throw new ArithmeticException("/ by zero");
                });
        var request = execute("bad");
        assertThat(shownBy(request)).containsExactly("in[1]", "error:ArithmeticException");
        var reply = replyTo(request);
        assertThat(reply.get("status").getAsString()).isEqualTo("error");
        assertThat(reply.get("evalue").getAsString()).isEqualTo("/ by zero");
        assertThat(reply.get("traceback").getAsJsonArray()).hasSize(2);
    }

    @Test
    void survives_an_error_of_the_session_and_a_value_without_text() {
        session.on(
                "error",
                () -> {
                    throw new StackOverflowError();
                });
        session.on(
                "mute",
                () ->
                        new Object() {
                            @Override
                            public String toString() {
                                throw new OutOfMemoryError("not really");
                            }
                        });
        var error = execute("error");
        assertThat(shownBy(error)).containsExactly("in[1]", "error:StackOverflowError");
        replyTo(error);
        var mute = execute("mute");
        assertThat(shownBy(mute)).last().asString().contains("whose toString() failed");
        assertThat(replyTo(mute).get("status").getAsString()).isEqualTo("ok");
    }

    @Test
    void counts_only_cells_that_are_stored() {
        replyTo(execute("one"));
        var unstored = send("execute_request", "{'code': 'two', 'store_history': false}");
        assertThat(replyTo(unstored).get("execution_count").getAsInt()).isEqualTo(2);
        assertThat(replyTo(execute("three")).get("execution_count").getAsInt()).isEqualTo(2);
    }

    @Test
    void shows_nothing_of_a_silent_cell() {
        session.on(
                "cell",
                () -> {
                    System.out.print("loud");
                    return 42;
                });
        var silent = send("execute_request", "{'code': 'cell', 'silent': true}");
        assertThat(shownBy(silent)).isEmpty();
        assertThat(replyTo(silent).get("status").getAsString()).isEqualTo("ok");
        assertThat(shownBy(execute("cell"))).containsExactly("in[1]", "stdout:loud", "out[1]:42");
    }

    @Test
    void evaluates_user_expressions() {
        session.on("x", () -> 7);
        var request = send("execute_request", "{'code': '', 'user_expressions': {'a': 'x'}}");
        assertThat(replyTo(request).get("user_expressions").toString())
                .isEqualTo(
                        "{\"a\":{\"status\":\"ok\",\"data\":{\"text/plain\":\"7\"},\"metadata\":{}}}");
    }

    @Test
    void aborts_what_waits_behind_a_failed_cell() throws InterruptedException {
        var queued = new CountDownLatch(1);
        session.on(
                "bad",
                () -> {
                    queued.await();
                    throw new IllegalStateException("stop");
                });
        session.on("next", () -> "ran");
        var bad = execute("bad");
        awaitOutput("execute_input");
        var next = execute("next");
        var info = client.send(Channel.SHELL, "kernel_info_request", json("{}"));
        replyTo(info); // sent after the cell, so the cell waits in the queue by now
        queued.countDown();
        assertThat(replyTo(bad).get("status").getAsString()).isEqualTo("error");
        assertThat(replyTo(next).get("status").getAsString()).isEqualTo("aborted");
        assertThat(shownBy(next)).isEmpty();
        assertThat(shownBy(execute("next"))).containsExactly("in[2]", "out[2]:ran");
    }

    @Test
    void shows_what_a_thread_prints_after_its_cell() {
        var over = new CountDownLatch(1);
        session.on(
                "start",
                () -> {
                    new Thread(
                                    () -> {
                                        try {
                                            over.await();
                                            System.out.print("late");
                                        } catch (InterruptedException stopped) {
                                            throw new IllegalStateException(stopped);
                                        }
                                    })
                            .start();
                    return null;
                });
        var start = execute("start");
        shownBy(start);
        shownBy(execute("other"));
        over.countDown();
        assertThat(awaitOutput("stream").parent()).isEqualTo(start.header().json());
    }

    @Test
    void answers_a_request_without_code() {
        var reply = replyTo(send("execute_request", "{}"));
        assertThat(reply.get("evalue").getAsString())
                .isEqualTo("The execute_request lacks the field code.");
        replyTo(execute("alive"));
    }
}
