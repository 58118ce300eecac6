package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.magic.MagicRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first cell of a session, which may run before JShell has started. */
class EarlyCellTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1+1 | 2",
                "Math.max(3, 4) | 4",
                "List.of(1, 2).stream().map(x -> x * 2).collect(Collectors.toList()) | [2, 4]",
                "int x = 5; x * 2 | 10",
                "if (1 > 2) System.exit(1); else Math.abs(-1); 7 | 7",
                "String.valueOf(2); String.valueOf(3) | 3",
                "$1 = 5 | CompileError",
                "misspelt | CompileError",
                "1 / 0 | ArithmeticException",
                "asList(1, 2) | [1, 2]",
            })
    void gives_what_a_later_cell_gives(String cell, String expected) {
        try (var session = new JavaSession(new MagicRegistry(), Map.of())) {
            session.startup("import static java.util.Arrays.asList;");
            assertThat(text(session.run(cell, 1))).isEqualTo(expected);
            session.run("int later = 1;", 2);
            assertThat(text(session.run(cell, 3))).isEqualTo(expected);
        }
    }

    @Test
    void leaves_its_value_to_later_cells() {
        try (var session = new JavaSession(new MagicRegistry(), Map.of())) {
            assertThat(text(session.run("40 + 2", 1))).isEqualTo("42");
            assertThat(text(session.run("$1 + 1", 2))).isEqualTo("43");
        }
    }

    @Test
    void waits_for_source_that_is_more_than_imports() {
        try (var session = new JavaSession(new MagicRegistry(), Map.of())) {
            session.startup("int given = 6;");
            assertThat(text(session.run("given * 7", 1))).isEqualTo("42");
        }
    }

    private static String text(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? failed.name()
                : String.valueOf(((Outcome.Done) outcome).value());
    }
}
