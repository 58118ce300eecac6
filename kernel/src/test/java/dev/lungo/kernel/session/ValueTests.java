package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.output.ReadableRenderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTests extends SessionTesting {
    @Test
    void gives_the_object_of_the_last_expression() {
        assertThat(value("int x = 6;\nx * 7")).isEqualTo(42);
        assertThat(value("List.of(x, \"b\")")).isEqualTo(List.of(6, "b"));
    }

    @Test
    void gives_the_value_behind_a_semicolon_too() {
        assertThat(value("6 * 7;")).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int a = 1;",
                "null",
                "void f() {}",
                "import java.time.*;",
                "int b; b = 5",
                "System.out.printf(\"%s\", \"\")",
                ""
            })
    void gives_nothing_for_what_has_no_value(String source) {
        assertThat(value(source)).isNull();
    }

    @Test
    void names_a_class_of_a_cell_as_the_cell_did() {
        Object node = value("class Node {}\nnew Node()");
        assertThat(new ReadableRenderer().render(node).getData(MIMEType.TEXT_PLAIN))
                .asString()
                .matches("Node@[0-9a-f]+");
    }

    @Test
    void keeps_state_across_cells() {
        value("var counts = new HashMap<String, Integer>();\nrecord Pair(int a, int b) {}");
        value("for (int i = 0; i < 2; i++) {\n    counts.put(\"k\" + i, i);\n}");
        assertThat(value("counts")).isEqualTo(Map.of("k0", 0, "k1", 1));
        assertThat(value("new Pair(1, 2).b()")).isEqualTo(2);
    }

    @Test
    void continues_a_chain_on_a_line_that_begins_with_a_dot() {
        assertThat(
                        value(
                                "var text = \"abc\"\n"
                                        + "    // half\n"
                                        + "    .substring(1)\n"
                                        + "    .length();\n"
                                        + "text"))
                .isEqualTo(2);
        assertThat(value("\"\"\"\n  a\n  \"\"\"\n .strip()")).isEqualTo("a");
    }

    @Test
    void keeps_parameter_names() {
        assertThat(
                        value(
                                "record P(int units) {}\n"
                                        + "P.class.getMethods();\n"
                                        + "int f(int rate) { return rate; }\n"
                                        + "new Object() { void m(int some) {} }.getClass()"
                                        + ".getDeclaredMethods()[0].getParameters()[0].getName()"))
                .isEqualTo("some");
    }

    @Test
    void prints_every_alphabet() {
        value("printf(\"%s%n\", \"héllo 中文 🙂\")");
        assertThat(printed()).isEqualTo("héllo 中文 🙂\n");
    }

    @Test
    void runs_start_up_source_before_the_first_cell() {
        session.startup("import java.time.Duration;");
        assertThat(value("Duration.ofSeconds(3).toMillis()")).isEqualTo(3000L);
    }

    @Test
    void runs_the_code_of_a_cell_with_the_cells_loader_as_context() {
        assertThat(value("Thread.currentThread().getContextClassLoader()"))
                .isSameAs(session.classLoader());
    }
}
