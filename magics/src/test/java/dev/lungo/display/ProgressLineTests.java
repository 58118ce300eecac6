package dev.lungo.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLineTests {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void writes_over_one_line_in_a_terminal() {
        var line = new ProgressLine(out, true);
        line.show(card(0, List.of(), ""));
        line.show(card(4_000_000, List.of(), ""));
        line.show(card(8_000_000, List.of(), "done"));
        assertThat(printed())
                .isEqualTo(
                        "\rMNIST ──────────────────── 0.0 of 8.0 MB"
                                + "\rMNIST ━━━━━━━━━━────────── 4.0 of 8.0 MB"
                                + "\rMNIST: done"
                                + " ".repeat(29)
                                + "\n");
    }

    @Test
    void prints_a_line_for_each_quarter_where_there_is_no_terminal() {
        var line = new ProgressLine(out, false);
        for (int done = 0; done <= 8_000_000; done += 100_000) {
            line.show(card(done, List.of(), ""));
        }
        line.show(card(8_000_000, List.of(), "done"));
        assertThat(printed().lines())
                .hasSize(6)
                .noneMatch(text -> text.contains("\r"))
                .last()
                .isEqualTo("MNIST: done");
    }

    @Test
    void prints_each_note_once() {
        var line = new ProgressLine(out, false);
        line.show(card(0, List.of("one"), ""));
        line.show(card(0, List.of("one", "two"), ""));
        assertThat(printed().lines())
                .containsExactly("one", "MNIST ──────────────────── 0.0 of 8.0 MB", "two");
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static ProgressCard card(long done, List<String> notes, String end) {
        return new ProgressCard("MNIST", 8_000_000, done, 0, notes, end);
    }
}
