package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTests extends SessionTesting {
    @Test
    void completes_a_method_from_its_anchor() {
        assertThat(complete("\"abc\".subs|"))
                .isEqualTo(new Completion(6, 10, List.of("substring(")));
    }

    @Test
    void knows_variables_of_the_cell_that_has_not_run() {
        assertThat(
                        complete(
                                        "import java.time.*;\n"
                                                + "int f() { return 1; }\n"
                                                + "var m = \"\";\n"
                                                + "m.isBl|")
                                .matches())
                .containsExactly("isBlank()");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "`for (int row = 0; ro|`; row",
                "`for (int row = 0; row < 3; row++) {\n  int rest = ro|`; row",
                "`void g(String given) { giv|`; given",
                "`int first = 1, fifth = 2;\nint next = fi|`; `fifth,first,final,finally`",
                "`List.of(1).forEach(item -> ite|`; item",
                "`BinaryOperator<Integer> sum = (left, right) -> lef|`; left",
                "`int twice(int n) { return 2 * n; }\ntwi|`; twice(",
                "`record Point(int x) {}\nPoi|`; `Point,Point(`",
                "`retu|`; return",
                "`publ|`; public",
            })
    void knows_what_the_cell_declares_before_the_cursor(String cell, String names) {
        assertThat(complete(cell).matches()).containsExactly(names.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"int first = 1;\n\"fi|", "int first = 1;\n\"a\".fi|", "/* retu|"})
    void offers_no_names_of_the_cell_where_none_can_stand(String cell) {
        assertThat(complete(cell).matches()).doesNotContain("first", "final", "return");
    }

    @Test
    void offers_what_fits_a_generic_type_first() {
        List<String> matches = complete("List<String> words = new |").matches();
        assertThat(matches.subList(0, 4)).contains("ArrayList(");
        assertThat(matches).noneMatch(name -> name.startsWith("$"));
        assertThat(complete("List<String> words = new |").start()).isEqualTo(25);
    }

    @Test
    void puts_the_expected_type_first_and_the_methods_of_object_last() {
        value("String text = \"abc\"; int number = 3; int aText = 4;");
        assertThat(complete("int n = |").matches().indexOf("number"))
                .isLessThan(complete("int n = |").matches().indexOf("text"));
        assertThat(complete("text.|").matches())
                .endsWith("getClass()", "hashCode()", "notify()", "notifyAll()", "wait(");
    }

    @Test
    void completes_the_names_of_magics() {
        assertThat(complete("int i;\n%ls|")).isEqualTo(new Completion(8, 10, List.of("lsmagic")));
        assertThat(complete("List<String> l = %ja|").matches()).containsExactly("jars");
    }

    @Test
    void completes_packages_in_imports_before_jshell_knows_them() {
        assertThat(complete("import java.ut|")).isEqualTo(new Completion(12, 14, List.of("util.")));
        assertThat(complete("int i = 1;\nimport static java|").matches())
                .containsExactly("java.", "javax.");
        assertThat(complete("import java.util.con|").matches()).containsExactly("concurrent.");
        assertThat(complete("import java.util.Linke|").matches())
                .containsExactly("LinkedHashMap", "LinkedHashSet", "LinkedList");
    }

    @Test
    void completes_packages_of_full_names() {
        assertThat(complete("var now = java.ti|"))
                .isEqualTo(new Completion(15, 17, List.of("time.")));
        assertThat(complete("java.util.conc|").matches()).containsExactly("concurrent.");
        assertThat(complete("java.util.concurrent.Count|").matches())
                .containsExactly("CountDownLatch", "CountedCompleter");
        assertThat(complete("java.time.|").matches()).contains("LocalDate", "chrono.");
        assertThat(complete("new jav|").matches()).containsExactly("java.", "javax.");
        assertThat(complete("dev.lungo.kernel.Dis|").matches()).containsExactly("DisplayCalls");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "int jav|",
                "String jav|",
                "List<String> jav|",
                "int[] jav|",
                "\"\".jav|",
                "\"java.ut|",
                "// java.ut|"
            })
    void completes_no_package_where_none_can_stand(String source) {
        assertThat(complete(source).matches()).doesNotContain("java.", "util.");
    }

    @Test
    void completes_the_java_that_a_magic_takes() {
        assertThat(complete("%time \"abc\".subs|").matches()).containsExactly("substring(");
        assertThat(complete("%%time\nint i = 1;\n\"abc\".subs|").matches())
                .containsExactly("substring(");
    }

    @Test
    void completes_the_files_that_a_magic_takes(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("utils"));
        Files.createFile(folder.resolve("util.jsh"));
        Files.createFile(folder.resolve(".hidden"));

        String begin = "int i = 1;\n%load " + folder + "/";
        assertThat(complete(begin + "ut|"))
                .isEqualTo(
                        new Completion(
                                begin.length(), begin.length() + 2, List.of("util.jsh", "utils/")));
        assertThat(complete("List<String> l = %jars x.jar " + folder + "/|").matches())
                .containsExactly("util.jsh", "utils/");
        assertThat(complete("%load " + folder + "/none/|").matches()).isEmpty();
        assertThat(complete("%maven |").matches()).isEmpty();
    }

    @Test
    void answers_while_a_cell_runs() throws Exception {
        value("CountDownLatch inside = new CountDownLatch(1), done = new CountDownLatch(1);");
        CountDownLatch inside = (CountDownLatch) value("inside");
        CountDownLatch done = (CountDownLatch) value("done");
        Thread cell = new Thread(() -> run("inside.countDown();\ndone.await();"));
        cell.start();
        inside.await();
        assertThat(complete("\"abc\".subs|").matches()).containsExactly("substring(");
        assertThat(cell.isAlive()).isTrue();
        done.countDown();
        cell.join();
    }

    private Completion complete(String source) {
        int cursor = source.indexOf('|');
        return session.complete(source.replace("|", ""), cursor);
    }
}
