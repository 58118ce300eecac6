package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptTests extends SessionTesting {
    private static final String STARTED = "System.setProperty(\"lungo.test.started\", \"\");\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "while (true) { try { while (true) {} } catch (Throwable t) {} }",
                "while (true) { try { Thread.sleep(60_000); } catch (Throwable t) {} }",
                "new LinkedBlockingQueue<Integer>().take();",
                "IntStream.range(0, 8).parallel().forEach(i -> { while (true) {} });",
                "new CompletableFuture<Integer>().join();",
                "Stream.of(new CompletableFuture<Integer>()).map(CompletableFuture::join).toList()",
                "Executors.newFixedThreadPool(2).submit(() -> { while (true) {} }).get();",
                "CompletableFuture.supplyAsync(() -> { while (true) {} }).join();",
                "Executors.newCachedThreadPool().invokeAll(List.of(() -> { while (true) {} }));",
                "new PipedInputStream(new PipedOutputStream()).read();",
                "java.nio.channels.Pipe.open().source().read(java.nio.ByteBuffer.allocate(1));",
                "new ProcessBuilder(\"sleep\", \"60\").start().waitFor();",
                "void spin() { try { spin(); } catch (Throwable t) { spin(); } }\nspin();",
            })
    void stops_code_and_keeps_variables(String endless) {
        value("int kept = 41;");
        Outcome.Failed failed = interrupted(endless);

        assertThat(failed.name()).isEqualTo("Interrupted");
        assertThat(failed.message()).isEqualTo("the cell was interrupted");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(value("kept + 1")).isEqualTo(42);
    }

    @Test
    void says_once_where_threads_of_the_cell_were_stopped() {
        Outcome.Failed failed =
                interrupted(
                        "Executors.newSingleThreadExecutor().submit(() -> { while (true) {} })"
                                + ".get();");
        assertThat(plain(failed.trace()))
                .startsWith("Interrupted: the cell was interrupted\n  at cell 1, line 2  Exec")
                .doesNotContain("Stop")
                .hasLineCount(2);
    }

    /** Each of its thousands of frames meets a check of its own on the way out. */
    @Test
    void unwinds_a_deep_recursion_that_catches_everything() {
        value("class Deep { static void f() { try { f(); } catch (Throwable t) { f(); } } }");
        value("int kept = 41;");
        assertThat(plain(interrupted("Deep.f();").trace()))
                .startsWith("Interrupted: the cell was interrupted\n  at Deep.f, cell 1, line 1");
        assertThat(value("kept + 1")).isEqualTo(42);
    }

    @Test
    void keeps_the_message_of_code_that_ends_itself() {
        String fit =
                "try { Thread.sleep(60_000); }\n"
                        + "catch (InterruptedException e) {\n"
                        + "  throw new IllegalStateException(\"fit stopped at epoch 3\"); }";
        assertThat(interrupted(fit).message()).isEqualTo("fit stopped at epoch 3");
    }

    @Test
    void runs_no_further_statement() {
        interrupted(
                "try { Thread.sleep(60_000); } catch (InterruptedException e) {}\nint late = 1;");
        assertThat(failure("late").name()).isEqualTo("CompileError");
    }

    @Test
    void joins_as_ever() {
        assertThat(value("CompletableFuture.supplyAsync(() -> 7).join()")).isEqualTo(7);
        assertThat(
                        failure(
                                        "CompletableFuture.supplyAsync(() -> { throw new"
                                                + " IllegalStateException(\"bad\"); }).join()")
                                .name())
                .isEqualTo("CompletionException");
        assertThat(
                        failure(
                                        "var f = new CompletableFuture<Integer>();\n"
                                                + "f.cancel(true);\n"
                                                + "f.join()")
                                .name())
                .isEqualTo("CancellationException");
    }

    @Test
    void does_nothing_between_cells() {
        session.interrupt();
        assertThat(value("1 + 1")).isEqualTo(2);
    }

    private Outcome.Failed interrupted(String code) {
        System.clearProperty("lungo.test.started");
        Thread stopper = new Thread(this::interruptWhenStarted);
        stopper.start();
        return failure(STARTED + code);
    }

    private void interruptWhenStarted() {
        try {
            while (System.getProperty("lungo.test.started") == null) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            TimeUnit.MILLISECONDS.sleep(150); // into the loop that follows
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        session.interrupt();
    }
}
