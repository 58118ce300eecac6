package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShownProgressTests {
    @Test
    void shows_the_wait_before_the_bar_and_the_failed_source_beside_it() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            FetchListener shown = new ShownProgress();
            shown.note("waiting");
            shown.start("Test set", 2_000_000);
            shown.note("the first source failed");
            shown.at(2_000_000);
            shown.end();
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("waiting")
                .containsSubsequence("Test set", "the first source failed", "2.0 MB");
    }
}
