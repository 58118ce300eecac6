package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
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
