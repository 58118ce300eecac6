package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.session.Completeness.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionTests extends SessionTesting {
    @ParameterizedTest
    @ValueSource(strings = {"Math.max|", "Math.m|ax", "int i = 3;\nMath.|max(i, 2)"})
    void shows_signatures_in_and_behind_a_name(String source) {
        int cursor = source.indexOf('|');
        assertThat(session.inspect(source.replace("|", ""), cursor).orElseThrow())
                .startsWith("int Math.max(int a, int b)\nlong Math.max(long a, long b)\n");
    }

    @Test
    void knows_nothing_of_a_name_that_is_not_there() {
        assertThat(session.inspect("nosuch", 6)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int x = 3;|COMPLETE|0",
                "x|COMPLETE|0",
                "%maven a:b:1|COMPLETE|0",
                "''|COMPLETE|0",
                "for (;;) {|INCOMPLETE|4",
                "if (a) {\\n    while (b) {|INCOMPLETE|8",
                "if (a) {\\n    int x =|INCOMPLETE|4",
                "int x = ;|INVALID|0",
                "if (true)|INCOMPLETE|0",
                "int x = 3;\\nwhile (x > 0)|INCOMPLETE|0",
                "%%time\\nfor (;;) {|INCOMPLETE|4",
                "%%time\\nint x = 3;|COMPLETE|0",
            })
    void tells_whether_a_source_is_complete(String source, Status status, int indent) {
        assertThat(session.completeness(source.replace("\\n", "\n")))
                .isEqualTo(new Completeness(status, " ".repeat(indent)));
    }
}
