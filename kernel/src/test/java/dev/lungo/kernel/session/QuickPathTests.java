package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickPathTests extends SessionTesting {
    private static final String HERE = "new Throwable().getStackTrace()[0].getClassName()";

    @ParameterizedTest
    @ValueSource(strings = {HERE, HERE + ";", "1;\n" + HERE, "int x = 1;\n" + HERE + " + x"})
    void compiles_expressions_beside_JShell(String cell) {
        assertThat((String) value(cell)).startsWith("REPL.Cell$");
    }

    @Test
    void compiles_calls_without_a_value_beside_JShell() {
        value("System.out.print(" + HERE + ")");
        assertThat(printed()).startsWith("REPL.Cell$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.awt.Point(1, 2)",
                "java.sql.Date.valueOf(\"2026-11-23\")",
                "java.util.logging.Level.INFO"
            })
    void reaches_every_module_beside_JShell(String named) {
        value("int x = 1;");
        assertThat((String) value(HERE + " + x + " + named)).startsWith("REPL.Cell$");
        value("int later = 2;");
        assertThat((String) value(HERE + " + later + " + named)).startsWith("REPL.Cell$");
    }

    @Test
    void compiles_beside_a_type_that_is_called_Throwable() {
        value("class Throwable { String where = " + HERE.replace("Throwable", "Exception") + "; }");
        assertThat(
                        (String)
                                value(
                                        "new Throwable().where + "
                                                + HERE.replace("Throwable", "Exception")))
                .contains("REPL.Cell$");
    }

    @Test
    void assigns_to_a_variable_beside_JShell() {
        value("String where = null;");
        value("where = " + HERE);
        assertThat((String) value("where")).startsWith("REPL.Cell$");
    }

    @Test
    void leaves_declarations_to_JShell() {
        assertThat((String) value("String where = " + HERE + ";\nwhere"))
                .startsWith("REPL.$JShell$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"String", "var"})
    void assigns_to_a_variable_that_is_declared_again(String type) {
        String declaration = type + " where = " + HERE + ";\nwhere";
        assertThat((String) value(declaration)).startsWith("REPL.$JShell$");
        assertThat((String) value(declaration)).startsWith("REPL.Cell$");
    }

    @Test
    void declares_a_variable_anew_when_its_type_could_be_another() {
        String declaration = "List<String> where = List.of(" + HERE + ");";
        value(declaration);
        value("import java.util.concurrent.*;");
        value(declaration);
        assertThat((String) value("where.get(0)")).startsWith("REPL.$JShell$");
    }

    @Test
    void compiles_a_run_of_statements_as_one_class() {
        value("var names = new TreeSet<String>();");
        value(("names.add(" + HERE + ");\n").repeat(30));
        assertThat(value("names.size()")).isEqualTo(1);
    }

    @Test
    void runs_what_stands_before_a_piece_that_does_not_compile() {
        assertThat(
                        trace(
                                "System.out.print(1);\n"
                                        + "System.out.print(2);\n"
                                        + "nope();\n"
                                        + "System.out.print(3);"))
                .startsWith("CompileError: cell 1, line 3\n  nope();");
        assertThat(printed()).isEqualTo("12");
    }

    @Test
    void runs_a_repeated_cell_with_the_class_it_has_already() {
        assertThat(value(HERE)).isEqualTo(value(HERE));
    }

    @Test
    void compiles_a_repeated_cell_anew_when_a_name_has_changed() {
        value("String f(long i) { return \"long\"; }");
        assertThat(value("f(1)")).isEqualTo("long");
        value("String f(int i) { return \"int\"; }");
        assertThat(value("f(1)")).isEqualTo("int");
    }

    @Test
    void gives_a_repeated_cell_fresh_classes_of_its_own() {
        String counting = "{ record R() { static int n; } R.n++; System.out.print(R.n); }";
        value(counting);
        value(counting);
        assertThat(printed()).isEqualTo("11");
    }

    @Test
    void names_the_cell_that_fails_when_it_is_run_again() {
        String first = trace("List.of().get(0)");
        assertThat(trace("List.of().get(0)")).isEqualTo(first.replace("cell 1", "cell 2"));
        assertThat(trace("%lsmagic\n\nList.of().get(0)")).contains("cell 3, line 3");
    }

    @Test
    void sees_a_class_that_was_replaced() {
        value("class C { int v = 1; }\nC c = new C();");
        assertThat(value("c.v")).isEqualTo(1);
        value("class C { int v = 2; int w = 3; }");
        assertThat(value("new C().v + new C().w")).isEqualTo(5);
    }

    @Test
    void declares_a_temporary_when_a_cell_names_it() {
        value("6 * 7");
        value("List.of(1, 2)");
        assertThat(value("$1 + $2.get(1)")).isEqualTo(44);
        assertThat(value("int y = $1;\ny")).isEqualTo(42);
    }

    @Test
    void keeps_a_temporary_whose_class_was_replaced() {
        value("record P(int a) {}");
        value("new P(3)");
        value("record P(int a, int b) {}");
        assertThat(value("$1")).hasToString("P[a=3]");
    }

    @Test
    void stops_an_endless_loop_that_was_compiled_beside_JShell() throws InterruptedException {
        Thread stopper = new Thread(this::interruptWhenPrinted);
        stopper.start();
        Outcome.Failed failed = failure("System.out.print(\"go\");\nwhile (true) {}");
        stopper.join();
        assertThat(failed.name()).isEqualTo("Interrupted");
        assertThat(value("1 + 1")).isEqualTo(2);
    }

    @Test
    void writes_types_as_a_variable_could_be_declared_with() {
        value(
                "List<? extends Number> numbers = List.of(1);\n"
                        + "Map<String, List<int[]>> map = Map.of();");
        for (String cell :
                List.of("numbers.get(0)", "numbers.stream()", "map.entrySet()", "(byte) 1")) {
            value(cell);
        }
        assertThat(value("$1")).isEqualTo(1);
        assertThat(value("$2.count()")).isEqualTo(1L);
        assertThat(value("$3.size()")).isEqualTo(0);
        assertThat(value("byte b = $4;\nb")).isEqualTo((byte) 1);
    }

    private void interruptWhenPrinted() {
        while (!printed().equals("go")) {
            Thread.onSpinWait();
        }
        session.interrupt();
    }
}
