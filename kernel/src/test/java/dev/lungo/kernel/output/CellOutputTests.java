package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CellOutputTests {
    private final Recorder recorder = new Recorder();
    private final CellOutput output = new CellOutput(recorder);

    private void print(Stream stream, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        output.write(stream, bytes, 0, bytes.length);
    }

    @Test
    void sends_many_prints_as_one_message() throws InterruptedException {
        synchronized (output) { // so that the clock cannot send half of them
            print(Stream.STDOUT, "a");
            print(Stream.STDOUT, "b");
            print(Stream.STDOUT, "c\n");
        }
        assertThat(recorder.next()).isEqualTo("stdout:abc\n");
    }

    @Test
    void sends_a_large_batch_at_once() throws InterruptedException {
        synchronized (output) {
            print(Stream.STDOUT, "x".repeat(200_000));
            assertThat(recorder.isEmpty()).isFalse();
        }
        assertThat(recorder.next()).hasSize("stdout:".length() + 200_000);
    }

    @Test
    void keeps_the_order_across_streams_and_displays() throws InterruptedException {
        synchronized (output) {
            print(Stream.STDOUT, "1");
            print(Stream.STDERR, "2");
            print(Stream.STDOUT, "3");
            output.publish("display_data", new JsonObject());
            print(Stream.STDOUT, "4");
            output.end();
        }
        assertThat(recorder.next()).isEqualTo("stdout:1");
        assertThat(recorder.next()).isEqualTo("stderr:2");
        assertThat(recorder.next()).isEqualTo("stdout:3");
        assertThat(recorder.next()).isEqualTo("display_data");
        assertThat(recorder.next()).isEqualTo("stdout:4");
        assertThat(recorder.isEmpty()).isTrue();
    }

    @Test
    void sends_what_is_printed_after_the_end() throws InterruptedException {
        output.end();
        print(Stream.STDOUT, "late");
        assertThat(recorder.next()).isEqualTo("stdout:late");
    }
}
