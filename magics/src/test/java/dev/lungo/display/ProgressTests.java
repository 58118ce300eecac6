package dev.lungo.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTests {
    private final Output before = Output.current();
    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void show_in_a_notebook() {
        Output.use(
                new Output() {
                    @Override
                    public boolean rich() {
                        return true;
                    }

                    @Override
                    public Shown show(Rich value) {
                        shown.add("show " + value.bundle().text());
                        return next -> shown.add("update " + next.bundle().text());
                    }
                });
    }

    @AfterEach
    void put_the_terminal_back() {
        Output.use(before);
    }

    @Test
    void is_one_display_that_ends_with_what_was_done() {
        try (var progress = Progress.start("MNIST", 11_600_000)) {
            progress.at(11_600_000);
        }
        assertThat(shown.get(0)).isEqualTo("show MNIST ──────────────────── 0.0 of 11.6 MB");
        assertThat(shown.get(shown.size() - 1)).matches("update MNIST: 11\\.6 MB in .* s");
    }

    @Test
    void shows_notes_at_once() {
        Progress progress = Progress.start("MNIST", 100);
        progress.note("trying the next mirror");
        assertThat(shown.get(shown.size() - 1)).endsWith("\ntrying the next mirror");
    }

    @Test
    void says_where_it_stopped_when_closed_early() {
        Progress.start("MNIST", 11_600_000).close();
        assertThat(shown.get(shown.size() - 1))
                .isEqualTo("update MNIST: stopped at 0.0 of 11.6 MB");
    }

    @Test
    void says_what_failed_and_nothing_after_it() {
        try (var progress = Progress.start("MNIST", 0)) {
            progress.failed("no mirror answers");
        }
        assertThat(shown.get(shown.size() - 1))
                .isEqualTo("update MNIST: failed, no mirror answers");
    }

    @Test
    void escapes_titles_and_notes() {
        var card = new ProgressCard("<b>", 0, 5, 0, List.of("a & b"), "");
        assertThat((String) card.bundle().content().get("text/html"))
                .isEqualTo("<div>&lt;b&gt; 0.0 MB</div>\n<div>a &amp; b</div>\n");
    }

    @Test
    void shows_the_speed_after_a_moment() {
        var card = new ProgressCard("MNIST", 10_000_000, 5_000_000, 2, List.of(), "");
        assertThat(card.line()).isEqualTo("MNIST ━━━━━━━━━━────────── 5.0 of 10.0 MB, 2.5 MB/s");
    }
}
