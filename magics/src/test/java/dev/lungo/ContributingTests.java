package dev.lungo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md quotes is what the files say. */
class ContributingTests {
    private static final Pattern QUOTE =
            Pattern.compile("In `([^`]+)`:\\s+```\\w+\\n(.*?)\\n\\s*```", Pattern.DOTALL);

    @Test
    void quotes_the_lines_of_a_layer_as_they_are() throws IOException {
        Path root = Path.of("..");
        Matcher quotes = QUOTE.matcher(Files.readString(root.resolve("CONTRIBUTING.md")));
        int count = 0;
        while (quotes.find()) {
            String source = Files.readString(root.resolve(quotes.group(1)));
            for (String line : quotes.group(2).lines().map(String::strip).toList()) {
                assertThat(source).as(quotes.group(1)).contains(line);
            }
            count++;
        }
        assertThat(count).isEqualTo(6);
    }
}
