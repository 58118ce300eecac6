package dev.lungo.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellParserTests {
    @Test
    void splits_magics_from_java_and_keeps_lines() {
        assertThat(CellParser.parse("int a = 1;\n%load Utils\n\nint b = 2;"))
                .containsExactly(
                        new CellPart.Java("int a = 1;\n", 1),
                        new CellPart.LineMagic("load", List.of("Utils"), 2),
                        new CellPart.Java("\n\nint b = 2;", 2));
    }

    @Test
    void reads_quoted_arguments() {
        assertThat(CellParser.parse("%jars \"a b.jar\" 'c d.jar' e\\f \"q\\\"q\" \"\""))
                .containsExactly(
                        new CellPart.LineMagic(
                                "jars", List.of("a b.jar", "c d.jar", "e\\f", "q\"q", ""), 1));
    }

    @Test
    void makes_a_call_of_a_magic_that_gives_a_value() {
        assertThat(CellParser.parse("List<String> l = %jars \"x y.jar\" z.jar\nl"))
                .containsExactly(
                        new CellPart.Java(
                                "List<String> l = dev.lungo.kernel.MagicCalls.lineMagic(\"jars\","
                                        + " java.util.List.of(\"x y.jar\", \"z.jar\"));\nl",
                                1));
    }

    @Test
    void takes_a_continued_line_that_begins_with_a_name_for_a_magic() {
        assertThat(CellParser.parse("int r = a\n%load x\n    %jars y;\nint b;"))
                .containsExactly(
                        new CellPart.Java("int r = a\n", 1),
                        new CellPart.LineMagic("load", List.of("x"), 2),
                        new CellPart.LineMagic("jars", List.of("y;"), 3),
                        new CellPart.Java("\nint b;", 3));
    }

    @Test
    void takes_the_java_behind_time_as_it_is_written() {
        assertThat(CellParser.parse("%time f(\"a  b\", 'c')"))
                .containsExactly(new CellPart.LineMagic("time", List.of("f(\"a  b\", 'c')"), 1));
    }

    @Test
    void makes_a_call_of_a_magic_inside_a_block() {
        assertThat(CellParser.parse("for (;;) {\n  %load x\n}"))
                .containsExactly(
                        new CellPart.Java(
                                "for (;;) {\n  dev.lungo.kernel.MagicCalls.lineMagic(\"load\","
                                        + " java.util.List.of(\"x\"));\n}",
                                1));
    }

    @Test
    void takes_the_whole_cell_for_a_cell_magic() {
        assertThat(CellParser.parse("%%html -a \"b c\"\n<p>\n%load x"))
                .containsExactly(
                        new CellPart.CellMagic("html", List.of("-a", "b c"), "<p>\n%load x", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int r = a\n  % 4;",
                "int r = a % b;",
                "a %= b;",
                "String s = \"\"\"\n%load x\n\"\"\";",
                "String s = \"= %load x\";",
                "// %load x",
                "/*\n%load x\n*/ int a;",
                "int r = f(a\n%b);",
                "char c = '\"'; String s = \"\\\"\"; // %load x",
            })
    void leaves_java_alone(String java) {
        assertThat(CellParser.parse(java)).containsExactly(new CellPart.Java(java, 1));
    }

    @Test
    void blanks_magics_without_moving_anything() {
        assertThat(CellParser.withoutMagics("int a;\n%load x\nvar l = %jars y"))
                .isEqualTo("int a;\n       \nvar l =        ");
        assertThat(CellParser.withoutMagics("%%html\n<p>")).isEqualTo("      \n   ");
        assertThat(CellParser.withoutMagics("%%time\nf();")).isEqualTo("      \nf();");
        assertThat(CellParser.withoutMagics("g();\n%time f()")).isEqualTo("g();\n      f()");
    }
}
