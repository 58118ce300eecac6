package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamsTests {
    private final Streams streams = Streams.install();
    private final Recorder first = new Recorder();
    private final Recorder second = new Recorder();

    @AfterEach
    void restore() {
        streams.close();
    }

    @Test
    void carry_any_text_whatever_the_locale() throws InterruptedException {
        streams.enter(new CellOutput(first));
        System.out.print("héllo 中文 🙂");
        assertThat(first.next()).isEqualTo("stdout:héllo 中文 🙂");
        System.err.print("ärger");
        assertThat(first.next()).isEqualTo("stderr:ärger");
    }

    @Test
    void go_on_after_a_cell_has_closed_them() throws InterruptedException {
        streams.enter(new CellOutput(first));
        System.out.close();
        System.out.print("still here");
        assertThat(first.next()).isEqualTo("stdout:still here");
    }

    @Test
    void end_printed_stack_traces_where_the_cell_begins() throws InterruptedException {
        streams.enter(new CellOutput(first));
        var cause = withFrames(new RuntimeException("inner"), "Inner.run", "REPL.Cell$1.do_it$0");
        var thrown = new RuntimeException("outer", cause);
        withFrames(
                thrown,
                "REPL.$JShell$7.half",
                "REPL.$JShell$7.lambda$do_it$$0",
                "REPL.Cell$1.do_it$0",
                "java.lang.reflect.Method.invoke",
                "dev.lungo.kernel.session.CellControl.invoke");
        thrown.printStackTrace(System.out);
        assertThat(first.next())
                .isEqualTo(
                        """
                        stdout:java.lang.RuntimeException: outer
                        \tat REPL.$JShell$7.half(Unknown Source)
                        \tat REPL.$JShell$7.lambda$do_it$$0(Unknown Source)
                        \tat REPL.Cell$1.do_it$0(Unknown Source)
                        Caused by: java.lang.RuntimeException: inner
                        \tat Inner.run(Unknown Source)
                        \tat REPL.Cell$1.do_it$0(Unknown Source)
                        """);
    }

    private static RuntimeException withFrames(RuntimeException thrown, String... methods) {
        thrown.setStackTrace(
                Stream.of(methods)
                        .map(
                                method -> {
                                    int dot = method.lastIndexOf('.');
                                    return new StackTraceElement(
                                            method.substring(0, dot),
                                            method.substring(dot + 1),
                                            null,
                                            -1);
                                })
                        .toArray(StackTraceElement[]::new));
        return thrown;
    }

    @Test
    void show_what_a_thread_prints_under_the_cell_that_started_it() throws InterruptedException {
        streams.enter(new CellOutput(first));
        var secondRuns = new CountDownLatch(1);
        var thread =
                new Thread(
                        () -> {
                            try {
                                secondRuns.await();
                                System.out.print("from the first");
                            } catch (InterruptedException stopped) {
                                throw new IllegalStateException(stopped);
                            }
                        });
        thread.start();
        streams.enter(new CellOutput(second));
        secondRuns.countDown();
        thread.join();
        assertThat(first.next()).isEqualTo("stdout:from the first");
        assertThat(second.isEmpty()).isTrue();
    }

    @Test
    void show_what_the_common_pool_prints_under_the_newest_cell() {
        streams.enter(new CellOutput(first));
        IntStream.range(0, 100).parallel().forEach(i -> streams.current());
        var newest = new CellOutput(second);
        streams.enter(newest);
        assertThat(IntStream.range(0, 100).parallel().mapToObj(i -> streams.current()))
                .containsOnly(newest);
    }

    @Test
    void show_what_was_printed_at_the_start_under_the_first_cell() throws InterruptedException {
        System.out.print("early");
        streams.enter(new CellOutput(first));
        assertThat(first.next()).isEqualTo("stdout:early");
        streams.enter(new CellOutput(second));
        assertThat(second.isEmpty()).isTrue();
    }
}
