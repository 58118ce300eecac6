package dev.lungo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares what README.md shows with the tests that run it. */
final class Readme {
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private Readme() {}

    /** Every line of Java in a section is in the test. */
    static void assertShows(String section, Class<?> test) throws IOException {
        Pattern pattern = Pattern.compile("\n## " + section + "\n(.*?)\n## ", Pattern.DOTALL);
        Matcher found = pattern.matcher(Files.readString(Path.of("../README.md")));
        assertThat(found.find()).isTrue();
        String source =
                Files.readString(
                        Path.of("src/test/java/dev/lungo", test.getSimpleName() + ".java"));
        List<String> lines =
                CODE.matcher(found.group(1))
                        .results()
                        .flatMap(block -> block.group(1).lines().map(String::strip))
                        .toList();
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines).allSatisfy(line -> assertThat(source).contains(line));
    }
}
