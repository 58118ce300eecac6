package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlainPiecesTests {
    @Test
    void splits_at_outer_semicolons_and_keeps_lines() {
        var pieces = PlainPieces.of(CellText.of("cell 1", ""), "a();\n\n// next\nb(\";\");;\n3", 1);
        assertThat(pieces).extracting(Piece::source).containsExactly("a();", "b(\";\");", "3");
        assertThat(pieces).extracting(Piece::line).containsExactly(1, 4, 5);
    }

    @Test
    void keeps_a_statement_with_a_body_whole() {
        assertThat(split("for (int i = 0; i < 3; i++) { a(); b(); } // done"))
                .containsExactly("for (int i = 0; i < 3; i++) { a(); b(); } // done");
        assertThat(split("run(() -> { a(); });")).containsExactly("run(() -> { a(); });");
    }

    @Test
    void leaves_what_follows_a_body_to_a_parser() {
        assertThat(split("if (x) { a(); } else { b(); }")).isEmpty();
        assertThat(split("{ a(); } b();")).isEmpty();
        assertThat(split("new Object() {}.hashCode()")).isEmpty();
    }

    @Test
    void leaves_what_is_incomplete_or_empty() {
        assertThat(split("a(1;")).isEmpty();
        assertThat(split("while (true) {")).isEmpty();
        assertThat(split("if (a)")).isEmpty();
        assertThat(split("a();\nwhile (b(1))\n")).isEmpty();
        assertThat(split(" // nothing\n;")).isEmpty();
    }

    private static List<String> split(String java) {
        return PlainPieces.of(CellText.of("cell 1", java), java, 1).stream()
                .map(Piece::source)
                .toList();
    }
}
