package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTests extends SessionTesting {
    @Test
    void names_the_import_that_is_missing() {
        assertThat(failure("LocalDate.now()").message())
                .isEqualTo(
                        "cannot find symbol\n"
                                + "  symbol:   variable LocalDate\n"
                                + "missing: import java.time.LocalDate;");
        assertThat(failure("Path home = null;").message())
                .endsWith("missing: import java.nio.file.Path;");
        assertThat(failure("List<Point> points = null;").message())
                .endsWith("missing: import java.awt.Point;");
        assertThat(failure("new Element()").message())
                .endsWith(
                        "missing: import javax.swing.text.Element; or import"
                                + " javax.lang.model.element.Element; or import"
                                + " javax.swing.text.html.parser.Element;");
        assertThat(failure("Math.Point").message()).doesNotContain("missing");
    }

    @Test
    void shows_an_error_of_the_second_statement_on_a_line() {
        assertThat(trace("int v = 5; v.trim()"))
                .isEqualTo(
                        """
                        CompileError: cell 1, line 1
                          int v = 5; v.trim()
                                     ^^^^^^
                        int cannot be dereferenced\
                        """);
    }

    @Test
    void names_the_imports_to_choose_from() {
        assertThat(failure("import java.awt.*;\nList<String> words = null;").message())
                .endsWith("\nchoose: import java.awt.List; or import java.util.List;");
        assertThat(value("import java.util.List;\nList.of(1).size()")).isEqualTo(1);
    }

    @Test
    void suggests_nothing_for_a_class_that_needs_no_import() {
        assertThat(trace("String 1 = \"a\";"))
                .contains("variable String")
                .doesNotContain("missing", "did you mean");
    }

    @Test
    void tells_that_cells_have_no_package() {
        assertThat(trace("package org.shapes;\n\nclass Square {}"))
                .isEqualTo(
                        """
                        CompileError: cell 1, line 1
                          package org.shapes;
                        Cells have no package. Leave this line out: what a cell declares, every cell knows.\
                        """);
    }

    @Test
    void calls_variables_of_cells_as_cells_do_when_they_are_null() {
        assertThat(failure("String s = null;\ns.length()").message())
                .isEqualTo("Cannot invoke \"String.length()\" because \"s\" is null");
        assertThat(failure("int f(int[] given) { return given[0]; }\nf(null)").message())
                .isEqualTo("Cannot load from int array because \"given\" is null");
        assertThat(failure("for (String each : new String[1]) { each.trim(); }").message())
                .isEqualTo("Cannot invoke \"String.trim()\" because \"each\" is null");
    }

    @Test
    void calls_classes_of_cells_as_cells_do() {
        value("class Dog {}\nclass Cat {}\nenum Tail { LONG, SHORT }");
        assertThat(failure("Object o = new Dog();\nCat c = (Cat) o;").message())
                .isEqualTo("class Dog cannot be cast to class Cat");
        assertThat(failure("Object o = new Dog();\n(String) o").message())
                .isEqualTo("class Dog cannot be cast to class java.lang.String");
        assertThat(failure("Tail.valueOf(\"NONE\")").message())
                .isEqualTo("No enum constant Tail.NONE");
        assertThat(failure("throw new RuntimeException(\"no \" + Dog.class);").message())
                .isEqualTo("no class Dog");
    }

    @Test
    void shows_a_type_error_under_the_line_of_the_cell() {
        assertThat(trace("int q = 1;\nint z = \"abc\";"))
                .isEqualTo(
                        """
                        CompileError: cell 1, line 2
                          int z = "abc";
                                  ^^^^^
                        incompatible types: java.lang.String cannot be converted to int\
                        """);
    }

    @Test
    void suggests_the_name_that_was_meant() {
        assertThat(trace("String text = \"abc\";\ntext.lenght()"))
                .isEqualTo(
                        """
                        CompileError: cell 1, line 2
                          text.lenght()
                          ^^^^^^^^^^^
                        cannot find symbol
                          symbol:   method lenght()
                          location: variable text of type java.lang.String
                        did you mean length?\
                        """);
        assertThat(failure("Strin s = \"\";").message()).endsWith("did you mean String?");
        value("int total() { return 3; }");
        assertThat(failure("total + 1").message()).doesNotContain("did you mean total");
        assertThat(failure("int x = 1;\nx + y").message()).doesNotContain("did you mean");
        assertThat(failure("Sytem.out.println()").message()).endsWith("did you mean System?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String text = \"%s\";",
                "\"%s\".length()",
                "class Texts { String text = \"%s\"; }"
            })
    void survives_what_no_class_file_can_hold(String source) {
        value("int kept = 1;");
        assertThat(failure(source.formatted("x".repeat(70_000))).message())
                .isEqualTo("constant string too long");
        assertThat(value("kept + 1")).isEqualTo(2);
        assertThat(value("int next = kept + 2;\nnext")).isEqualTo(3);
    }

    @Test
    void survives_a_sum_with_too_many_terms() {
        assertThat(failure("String sum = \"a\"" + " + 1 + \"b\"".repeat(20_000) + ";").message())
                .isEqualTo(
                        "This is nested too deeply, or has too many terms, for the compiler. Take"
                                + " it apart into several statements.");
        assertThat(value("int next = 2;\nnext + 1")).isEqualTo(3);
    }

    @Test
    void survives_an_array_with_too_many_elements() {
        assertThat(failure("int[] many = {1" + ", 1".repeat(20_000) + "};").message())
                .isEqualTo("code too large");
        assertThat(value("int[] many = {1};\nmany.length")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"if (true)", "int i = 1;\nwhile (i > 0)", "if (true) {}\nelse"})
    void asks_for_the_statement_that_a_condition_is_for(String half) {
        assertThat(failure(half).message())
                .isEqualTo(
                        "The cell ends before this is complete. Is a closing bracket, a"
                                + " quote or a semicolon missing?");
    }

    @Test
    void runs_nothing_of_a_cell_that_ends_too_early() {
        assertThat(trace("System.out.println(1);\nint i = (3 +"))
                .isEqualTo(
                        """
                        CompileError: cell 1, line 2
                          int i = (3 +
                        The cell ends before this is complete. Is a closing bracket, a quote or a semicolon missing?\
                        """);
        assertThat(printed()).isEmpty();
    }

    @Test
    void shows_the_users_own_lines_of_an_exception() {
        value("int f(int i) {\n  return 1 / i;\n}");
        assertThat(trace("int a = 1;\n\n// then\nint y =\n    f(0);"))
                .isEqualTo(
                        """
                        ArithmeticException: / by zero
                          at f, cell 1, line 2  return 1 / i;
                          at cell 2, line 5  f(0);\
                        """);
    }

    @Test
    void finds_the_line_in_a_declaration_of_several_variables() {
        assertThat(trace("int a = 1,\n    b = 1 / 0;"))
                .startsWith("ArithmeticException: / by zero\n  at cell 1, line ");
    }

    @Test
    void names_the_library_method_that_threw() {
        assertThat(trace("new ArrayList<>().get(3)"))
                .isEqualTo(
                        """
                        IndexOutOfBoundsException: Index 3 out of bounds for length 0
                          (in java.util.ArrayList.get)
                          at cell 1, line 1  new ArrayList<>().get(3)\
                        """);
    }

    @Test
    void folds_causes_and_finds_lambdas_and_constructors_of_earlier_cells() {
        value(
                "class P {\n"
                        + "  P(int i) {\n"
                        + "    throw new IllegalStateException(\"bad \" + i);\n"
                        + "  }\n"
                        + "}");
        value("Runnable make = () -> {\n  new P(1);\n};");
        assertThat(
                        trace(
                                "try { make.run(); }\n"
                                        + "catch (Exception e) {\n"
                                        + "  throw new RuntimeException(\"outer\", e); }"))
                .isEqualTo(
                        """
                        RuntimeException: outer
                          at cell 3, line 3  throw new RuntimeException("outer", e); }
                        caused by IllegalStateException: bad 1
                          at new P, cell 1, line 3  throw new IllegalStateException("bad " + i);
                          at cell 2, line 2  new P(1);
                          at cell 3, line 1  try { make.run(); }\
                        """);
    }

    @Test
    void names_the_lines_of_a_cause_only_where_they_differ() {
        assertThat(trace("throw new IllegalStateException(\"outer\", new Exception(\"inner\"));"))
                .isEqualTo(
                        """
                        IllegalStateException: outer
                          at cell 1, line 1  throw new IllegalStateException("outer", new Exception("inner"));
                        caused by Exception: inner\
                        """);
    }

    @Test
    void shortens_a_stack_overflow() {
        Outcome.Failed failed = failure("int down(int i) { return down(i + 1) + 1; }\ndown(0)");
        assertThat(failed.name()).isEqualTo("StackOverflowError");
        assertThat(failed.message())
                .isEqualTo("calls are nested too deeply; does a recursion lack its end?");
        assertThat(failed.trace()).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void survives_a_full_memory() {
        Outcome.Failed failed =
                failure("int kept = 1;\nlong[][] big = new long[1 << 30][1 << 30];");
        assertThat(failed.name()).isEqualTo("OutOfMemoryError");
        assertThat(failed.message()).isNotEmpty();
        assertThat(failed.trace()).hasSizeLessThanOrEqualTo(10);
        assertThat(value("kept")).isEqualTo(1);
    }

    @Test
    void prints_only_the_message_of_an_exception_without_a_stack() {
        value(
                "class ShapeException extends RuntimeException {\n"
                        + "  ShapeException(String m) { super(m, null, false, false); }\n}");
        assertThat(trace("throw new ShapeException(\"a\\n\\n   b  <-- here\");"))
                .isEqualTo("ShapeException: a\n\n   b  <-- here");
    }

    @Test
    void stops_at_the_first_failure() {
        failure("System.out.print(1);\nint x = 1 / 0;\nSystem.out.print(2);");
        assertThat(printed()).isEqualTo("1");
    }

    @Test
    void says_what_a_method_waits_for() {
        value("int g() { return h(); }");
        assertThat(failure("g()").message())
                .isEqualTo("method g cannot be used until there is method h().");
        assertThat(value("int h() { return 3; }\ng()")).isEqualTo(3);
    }

    @Test
    void rejects_types_that_extend_each_other_in_a_circle() {
        value("interface A extends B {}");
        assertThat(warnings()).startsWith("A cannot be used until there is class B.\n");
        assertThat(failure("interface B extends A {}").message())
                .isEqualTo("cyclic inheritance involving B");
        value("class P extends Q {}\nclass Q extends R {}");
        assertThat(failure("class R extends P {}").message())
                .isEqualTo("cyclic inheritance involving R");

        value("interface B {}\nclass R {}");
        assertThat(value("B b = new A() {};\nnew P() instanceof R && b instanceof A"))
                .isEqualTo(true);
    }

    @Test
    void says_where_a_class_names_what_there_is_not() {
        String cell =
                """
                /** A game. */
                public class Game {
                  static int games;

                  void play(int rounds) {
                    for (int i = 0; i < rounds; i++) {}
                    System.out.println(i);
                    LocalDate today = null;
                  }
                }
                """;
        value(cell);
        String places =
                """
                  at cell 1, line 7  System.out.println(i);
                  at cell 1, line 8  LocalDate today = null;
                    missing: import java.time.LocalDate;
                """;
        assertThat(warnings())
                .startsWith("Game cannot be used until there is ")
                .contains("variable i", "class LocalDate")
                .endsWith(places);
        assertThat(trace("new Game().play(2);"))
                .startsWith("UndefinedError: Game cannot be used until there is ")
                .endsWith(places + "  at cell 2, line 1  new Game().play(2);");
    }

    @Test
    void refuses_to_end_the_kernel() {
        assertThat(failure("System.exit(3)").message())
                .isEqualTo(
                        "exit(3) would end the kernel and lose every variable. To start afresh,"
                                + " restart the kernel from the Kernel menu.");
        assertThat(failure("IntStream.of(5).forEach(System::exit)").message())
                .startsWith("exit(5)");
        assertThat(failure("IntStream.of(6).forEach(Runtime.getRuntime()::exit)").message())
                .startsWith("exit(6)");
        assertThat(failure("Runtime.getRuntime().halt(4)").message()).startsWith("exit(4)");
    }
}
