package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cells on one thread while a cell of another thread runs. */
@Timeout(60)
class BesideTests extends SessionTesting {
    private final ExecutorService beside = Executors.newCachedThreadPool();

    @BeforeEach
    void declare() {
        // JShell drops volatile, so plain variables would not do.
        value("import java.util.concurrent.atomic.*;");
        value("var turns = new AtomicLong(); var go = new AtomicBoolean(true);");
    }

    @AfterEach
    void end() {
        beside.shutdownNow();
    }

    private Future<Outcome> runBeside(String source) {
        return beside.submit(() -> session.run(source, 100));
    }

    private void awaitTurns() throws InterruptedException {
        while ((long) value("turns.get()") == 0) {
            Thread.sleep(1);
        }
    }

    @Test
    void run_and_share_variables() throws Exception {
        var loop =
                runBeside(
                        "while (go.get()) { turns.incrementAndGet(); }\n\"ended with \" + answer");
        awaitTurns();
        value("String answer = \"42\";");
        assertThat(value("int twice(int x) { return 2 * x; }\ntwice(4)")).isEqualTo(8);
        assertThat(failure("1 / 0").name()).isEqualTo("ArithmeticException");
        value("go.set(false);");
        assertThat(loop.get()).isEqualTo(new Outcome.Done("ended with 42"));
    }

    @Test
    void are_all_stopped_by_an_interrupt_and_by_no_cell_that_begins() throws Exception {
        var loop = runBeside("while (true) { turns.incrementAndGet(); }");
        var other = runBeside("while (true) { try { Thread.sleep(10); } catch (Throwable t) { } }");
        awaitTurns();
        session.interrupt();
        assertThat(value("6 * 7")).isEqualTo(42);
        assertThat(((Outcome.Failed) loop.get()).name()).isEqualTo("Interrupted");
        assertThat(((Outcome.Failed) other.get()).name()).isEqualTo("Interrupted");
    }

    @Test
    void keep_their_values_apart() throws Exception {
        var slow = runBeside("while (go.get()) { turns.incrementAndGet(); }\n\"slow\"");
        awaitTurns();
        for (int i = 0; i < 20; i++) {
            assertThat(value("\"fast\" + " + i)).isEqualTo("fast" + i);
        }
        value("go.set(false);");
        assertThat(slow.get()).isEqualTo(new Outcome.Done("slow"));
    }

    @Test
    void callbacks_are_stopped_like_cells() throws Exception {
        value("Runnable loop = () -> { while (true) { turns.incrementAndGet(); } };");
        var loop = (Runnable) value("loop");
        var callback =
                beside.submit(
                        () -> {
                            session.attend(loop::run);
                            return null;
                        });
        awaitTurns();
        session.interrupt();
        assertThat(callback)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(value("6 * 7")).isEqualTo(42);
    }
}
