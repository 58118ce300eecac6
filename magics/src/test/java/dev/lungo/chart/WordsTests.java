package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {
    @Test
    void cuts_what_does_not_fit() {
        assertThat(Words.cut("a rather long class name", 80, 12)).isEqualTo("a rather l…");
        assertThat(Words.cut("short", 80, 12)).isEqualTo("short");
    }

    @Test
    void cuts_no_character_in_two() {
        assertThat(Words.cut("🙂🙂🙂🙂🙂", 40, 12)).isEqualTo("🙂🙂…");
    }

    @Test
    void wraps_between_words_and_at_line_breaks() {
        assertThat(Words.wrap("one two three\nfour", 60, 12))
                .containsExactly("one two", "three", "four");
    }

    @Test
    void breaks_a_word_too_long_for_a_line() {
        assertThat(Words.wrap("ab " + "x".repeat(30), 70, 12))
                .containsExactly("ab", "x".repeat(9) + "…");
    }

    @Test
    void counts_two_columns_for_wide_characters() {
        assertThat(Words.pad("中文 🙂", 10, false)).isEqualTo("中文 🙂   ");
        assertThat(Words.pad("é", 3, true)).isEqualTo("  é");
    }
}
