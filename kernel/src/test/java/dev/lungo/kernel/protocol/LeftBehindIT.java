package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.session.JavaSession;
import dev.lungo.kernel.session.Session;
import dev.lungo.kernel.wire.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of a real session that do not react to interrupts, or fail outside of their thread. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LeftBehindIT extends KernelTesting {
    @Override
    Session open(LiveNotebook notebook) {
        return new JavaSession(notebook.magics());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var lock = new java.util.concurrent.locks.ReentrantLock();"
                        + " new Thread(() -> { lock.lock(); while (true) {} }).start();"
                        + " Thread.sleep(100); { System.out.println(1); lock.lock(); }",
                "{ System.out.println(1); LongStream.range(0, 1L << 60).map(Long::reverse).sum();"
                        + " }",
            })
    void goes_on_without_a_cell_that_ignores_interrupts(String stubborn) {
        assertStatus(replyTo(execute("int kept = 41;")), "ok");
        var cell = execute(stubborn);
        awaitOutput("stream");
        interrupt();
        var reply = replyTo(cell);
        assertThat(reply.get("ename").getAsString()).isEqualTo("Interrupted");
        assertThat(reply.get("execution_count").getAsInt()).isEqualTo(2);
        assertThat(reply.get("traceback").toString())
                .contains("but it runs on, in ")
                .contains("%threads shows what still runs.");

        var next = execute("kept + 1");
        assertStatus(replyTo(next), "ok");
        assertThat(shownBy(next)).containsExactly("in[3]", "out[3]:42");
        var threads = execute("%threads");
        assertStatus(replyTo(threads), "ok");
        assertThat(shownBy(threads).get(1)).contains("left behind by cells: ");
    }

    @Test
    void interrupts_a_value_whose_text_never_ends() {
        replyTo(
                execute(
                        "class Endless { public String toString() {"
                                + " System.out.println(1); while (true) {} } }"));
        var cell = execute("new Endless()");
        awaitOutput("stream");
        interrupt();
        assertThat(replyTo(cell).get("ename").getAsString()).isEqualTo("Interrupted");
        assertStatus(replyTo(execute("1 + 1")), "ok");
    }

    @Test
    void shows_what_a_thread_of_the_user_threw() throws InterruptedException {
        var f = execute("void f() { throw new IllegalStateException(\\\"bad\\\"); }");
        replyTo(f);
        shownBy(f);
        var cell = execute("var t = new Thread(() -> f(), \\\"mine\\\"); t.start(); t.join();");
        replyTo(cell);
        assertThat(textToIdle())
                .containsSubsequence(
                        "Thread mine ended:",
                        "IllegalStateException",
                        "bad",
                        "at f, cell 1, line 1",
                        "cell 2, line 1");
    }

    @Test
    void says_nothing_of_threads_that_stop_with_their_cell() {
        var cell =
                execute(
                        "for (int i = 0; i < 3; i++) { new Thread(() -> { while (true) {} })"
                                + ".start(); } System.out.println(1); while (true) {}");
        awaitOutput("stream");
        interrupt();
        replyTo(cell);
        assertThat(textToIdle()).isEmpty();
    }

    /** What the cell prints on System.err from now to its end. */
    private String textToIdle() {
        var text = new StringBuilder();
        for (var next = client.receive(Channel.IOPUB);
                !next.content().toString().contains("idle");
                next = client.receive(Channel.IOPUB)) {
            if (next.content().toString().contains("stderr")) {
                text.append(next.content().get("text").getAsString());
            }
        }
        return text.toString();
    }

    private static void assertStatus(JsonObject reply, String status) {
        assertThat(reply.get("status").getAsString()).as("%s", reply).isEqualTo(status);
    }
}
