package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.kernel.magic.MagicRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment variables that IJava read. */
class IJavaVariablesIT extends SessionTesting {
    @TempDir Path folder;

    private void reopen(Map<String, String> environment) {
        session.close();
        session = new JavaSession(new MagicRegistry(), environment);
    }

    @Test
    void compiler_options_reach_javac_quotes_and_all() {
        reopen(Map.of("IJAVA_COMPILER_OPTS", "-Xlint:all \"-Akey=a b\" -Werror --release 11"));

        assertThat(failure("record P(int x) {}").message()).contains("records are not supported");
        assertThat(value("1 + 1")).isEqualTo(2);
    }

    @Test
    void an_option_that_javac_does_not_know_is_named() {
        reopen(Map.of("IJAVA_COMPILER_OPTS", "--nonsense"));

        assertThatThrownBy(() -> run("1 + 1"))
                .hasMessage(
                        "JShell did not start: javac does not take what IJAVA_COMPILER_OPTS gives"
                                + " it, --nonsense. It says: error: invalid flag: --nonsense."
                                + " Correct the variable and restart the kernel.");
    }

    @Test
    void a_timeout_holds_for_each_statement_not_for_the_cell() {
        reopen(Map.of("IJAVA_TIMEOUT", "700 MILLISECONDS"));

        assertThat(value("Thread.sleep(400);\nThread.sleep(400);\n7")).isEqualTo(7);
        assertThat(trace("int before = 1;\nwhile (true) {}\n"))
                .isEqualTo(
                        """
                        TimeoutException: this statement took longer than 0.7 s, the limit that\
                         IJAVA_TIMEOUT sets
                          at cell 2, line 2  while (true) {}\
                        """);
        assertThat(value("before + 1")).isEqualTo(2);
    }

    @Test
    void a_timeout_below_zero_is_none() {
        reopen(Map.of("IJAVA_TIMEOUT", "-1"));
        assertThat(value("Thread.sleep(50);\n7")).isEqualTo(7);
    }

    @Test
    void a_timeout_that_is_no_duration_is_explained() {
        assertThatThrownBy(() -> reopen(Map.of("IJAVA_TIMEOUT", "3 fortnights")))
                .hasMessage(
                        "IJAVA_TIMEOUT is 3 fortnights, which is no duration. Write a number and a"
                                + " unit, for example 30 SECONDS or 1500 MILLISECONDS, and restart"
                                + " the kernel.");
    }

    @Test
    void the_class_path_is_given_by_globs() throws IOException {
        TestJars jars = new TestJars(folder);
        jars.jar("one.jar", "one.One", "1");
        Path other = Files.createDirectories(folder.resolve("other"));
        new TestJars(other).jar("two.jar", "two.Two", "2");
        reopen(Map.of("IJAVA_CLASSPATH", folder + "/*.jar" + File.pathSeparator + other + "/*"));

        assertThat(value("one.One.version() + two.Two.version()")).isEqualTo("12");
    }

    @Test
    void start_up_files_run_before_the_start_up_script_and_both_in_the_first_cell()
            throws IOException {
        Files.writeString(folder.resolve("a.jshell"), "int a = 1;\nprintf(\"from a\\n\");");
        Files.writeString(folder.resolve("b.jsh"), "int b = a + 1;");
        reopen(
                Map.of(
                        "IJAVA_STARTUP_SCRIPTS_PATH",
                        folder + "/a.*" + File.pathSeparator + folder + "/b.jsh",
                        "IJAVA_STARTUP_SCRIPT",
                        "int c = b + 1;"));

        assertThat(printed()).isEmpty();
        assertThat(value("c")).isEqualTo(3);
        assertThat(value("c")).isEqualTo(3);
        assertThat(printed()).isEqualTo("from a\n");
    }

    @Test
    void a_start_up_script_that_fails_fails_the_first_cell_only() {
        reopen(Map.of("IJAVA_STARTUP_SCRIPT", "int a = 1;\nint z = a / 0;"));

        assertThat(trace("a"))
                .isEqualTo(
                        """
                        ArithmeticException: / by zero
                          at IJAVA_STARTUP_SCRIPT, line 2  int z = a / 0;\
                        """);
        assertThat(value("a")).isEqualTo(1);
    }
}
