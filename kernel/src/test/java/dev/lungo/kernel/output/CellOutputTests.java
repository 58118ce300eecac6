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
    void sends_few_messages_for_streams_that_alternate_on_each_line() throws InterruptedException {
        var expected = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            print(i % 2 == 0 ? Stream.STDOUT : Stream.STDERR, i + "\n");
            expected.append(i).append('\n');
        }
        output.end();
        var shown = new StringBuilder();
        int messages = 0;
        for (; !recorder.isEmpty(); messages++) {
            var message = recorder.next();
            if (messages < 100) {
                assertThat(message).startsWith(messages % 2 == 0 ? "stdout:" : "stderr:");
            }
            shown.append(message.substring("stdout:".length()));
        }
        assertThat(shown.toString()).isEqualTo(expected.toString());
        assertThat(messages).isLessThan(200);
    }

    @Test
    void joins_the_halves_of_a_character_that_another_stream_divides() throws InterruptedException {
        byte[] character = "\u00e9".getBytes(StandardCharsets.UTF_8);
        synchronized (output) {
            output.write(Stream.STDOUT, character, 0, 1);
            print(Stream.STDERR, "err");
            output.write(Stream.STDOUT, character, 1, 1);
            output.end();
        }
        assertThat(recorder.next()).isEqualTo("stderr:err");
        assertThat(recorder.next()).isEqualTo("stdout:\u00e9");
    }

    @Test
    void sends_what_is_printed_after_the_end() throws InterruptedException {
        output.end();
        print(Stream.STDOUT, "late");
        assertThat(recorder.next()).isEqualTo("stdout:late");
    }
}
