package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.kernel.output.CellOutput;
import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.output.Streams;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What IJava notebooks name of IJava: the kernel as an object, and its static methods. */
class IJavaTests extends SessionTesting {
    private final List<String> shown = new ArrayList<>();
    private Streams streams;

    @BeforeEach
    void openNotebook() {
        streams = Streams.install();
        LiveNotebook.open(streams);
        streams.enter(
                new CellOutput(
                        (type, content) ->
                                shown.add(
                                        type.equals("stream")
                                                ? content.get("text").getAsString()
                                                : type + " " + content.get("data"))));
        run("import static dev.lungo.kernel.DisplayCalls.*;");
    }

    @AfterEach
    void closeNotebook() {
        streams.close();
    }

    @Test
    void a_notebook_registers_a_renderer_of_its_own() {
        value("import io.github.spencerpark.ijava.IJava;");
        value("import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;");
        value("class Point { int x = 3; }");
        value(
                """
                IJava.getKernelInstance().getRenderer().createRegistration(Point.class)
                    .preferring(MIMEType.TEXT_HTML).supporting(MIMEType.TEXT_LATEX)
                    .register((p, context) -> {
                        context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>" + p.x + "</b>");
                        context.renderIfRequested(MIMEType.TEXT_LATEX, () -> "$" + p.x + "$");
                    });
                """);

        DisplayData html = (DisplayData) value("render(new Point());");
        DisplayData latex = (DisplayData) value("render(new Point(), \"text/latex\")");
        assertThat(html.getData(MIMEType.TEXT_HTML)).isEqualTo("<b>3</b>");
        assertThat(latex.getData(MIMEType.TEXT_LATEX)).isEqualTo("$3$");
        value("String id = display(new Point());\nupdateDisplay(id, \"x\", \"text/plain\");");
        assertThat(shown.get(0)).startsWith("display_data ").contains("<b>3</b>");
        assertThat(shown.get(1)).startsWith("update_display_data ").contains("\"x\"");
    }

    @Test
    void the_kernel_shows_display_data() {
        value(
                """
                import io.github.spencerpark.jupyter.kernel.display.DisplayData;
                getKernelInstance().display(new DisplayData("plain"));
                """);
        assertThat(shown).containsExactly("display_data {\"text/plain\":\"plain\"}");
    }

    @Test
    void the_kernel_has_the_streams_of_its_cells() {
        value(
                """
                import io.github.spencerpark.jupyter.kernel.BaseKernel;
                import io.github.spencerpark.jupyter.kernel.display.DisplayData;
                BaseKernel kernel = getKernelInstance();
                kernel.getIO().out.println("out");
                kernel.getIO().err.println("err");
                kernel.getIO().display.display(new DisplayData("shown"));
                kernel.getIO().display.updateDisplay("id", new DisplayData("again"));
                """);
        assertThat(shown)
                .containsExactly(
                        "out\n",
                        "err\n",
                        "display_data {\"text/plain\":\"shown\"}",
                        "update_display_data {\"text/plain\":\"again\"}");
    }

    @Test
    void the_kernel_tells_about_its_language_and_code() {
        assertThat(value("getKernelInstance().getLanguageInfo().getName()")).isEqualTo("Java");
        assertThat(value("getKernelInstance().complete(\"Math.sqr\", 8).getReplacements()"))
                .isEqualTo(List.of("sqrt("));
        assertThat(value("getKernelInstance().inspect(\"Math.abs\", 8, false)").toString())
                .isNotEmpty();
        assertThat(value("getKernelInstance().inspect(\"nothing\", 7, false)")).isNull();
        assertThat(value("getKernelInstance().formatError(new Exception(\"bad\"))"))
                .asString()
                .contains("bad");
        assertThat(value("io.github.spencerpark.ijava.IJava.VERSION")).isEqualTo("1.3.0");
        assertThat(failure("getKernelInstance().getCommManager()").message())
                .isEqualTo(
                        "getCommManager() of IJava is not supported. Open comms with"
                                + " dev.lungo.kernel.Comms.open(..), and offer targets with"
                                + " onOpen(..).");
    }

    @Test
    void the_kernel_runs_source() {
        assertThat(value("getKernelInstance().evalRaw(\"int a = 20;\\na + 1\")")).isEqualTo(21);
        assertThat(value("eval(\"a * 2\")")).isEqualTo(40);
        assertThat(value("eval(\"int unused = 3;\")")).isNull();
        DisplayData rendered = (DisplayData) value("getKernelInstance().eval(\"a\")");
        assertThat(rendered.getData(MIMEType.TEXT_PLAIN)).isEqualTo("20");
        assertThat(value("getKernelInstance().eval(\"int b = 1;\")")).isNull();
        assertThat(trace("int c = 1;\neval(\"c / 0\");"))
                .isEqualTo(
                        """
                        ArithmeticException: / by zero
                          at eval, line 1  c / 0
                          at cell 7, line 2  eval("c / 0");\
                        """);
    }

    @Test
    void the_kernel_takes_magics_of_the_notebook() {
        value(
                """
                getKernelInstance().getMagics().registerLineMagic("twice", args -> args.get(0) + args.get(0));
                """);
        assertThat(value("String s = %twice ab\ns")).isEqualTo("abab");
        value(
                """
                import io.github.spencerpark.jupyter.kernel.magic.registry.*;
                public static class Mine {
                    @LineMagic public static String up(List<String> args) { return args.get(0).toUpperCase(); }
                    @CellMagic public static String down(List<String> args, String body) { return body.toLowerCase(); }
                }
                getKernelInstance().getMagics().registerMagics(Mine.class);
                """);
        assertThat(value("String up = %up ab\nup")).isEqualTo("AB");
        assertThat(value("%%down\nABC")).isEqualTo("abc");
    }

    @Test
    void magics_are_calls_too() throws IOException {
        assertThat(
                        value(
                                "getKernelInstance().getMagics().registerCellMagic(\"join\", (a,"
                                        + " body) -> a + body);\n"
                                        + "String s = cellMagic(\"join\", List.of(\"x\"), \"y\");\n"
                                        + "s"))
                .isEqualTo("[x]y");
        assertThat(value("List<String> none = lineMagic(\"lsmagic\", List.of());\nnone")).isNull();
    }

    @Test
    void the_kernel_takes_jars(@TempDir Path folder) throws IOException {
        Path jar = new TestJars(folder).jar("tool.jar", "tool.Tool", "1.2");
        value("getKernelInstance().addToClasspath(\"" + jar + "\");");
        assertThat(value("tool.Tool.version()")).isEqualTo("1.2");

        Path other = new TestJars(folder).jar("other.jar", "other.Other", "3");
        value(
                "getKernelInstance().getMavenResolver().addJarsToClasspath(List.of(\""
                        + other
                        + "\"));");
        assertThat(value("other.Other.version()")).isEqualTo("3");
        assertThat(failure("getKernelInstance().addToClasspath(\"none.jar\");").message())
                .contains("none.jar");
    }

    @Test
    void static_imports_of_ijava_agree_with_those_of_every_cell() {
        value(
                """
                import static io.github.spencerpark.ijava.runtime.Display.*;
                import static io.github.spencerpark.ijava.runtime.Kernel.*;
                import static io.github.spencerpark.ijava.runtime.Magics.*;
                display("x");
                lineMagic("lsmagic", List.of());
                """);
        assertThat(value("eval(\"6 * 7\")")).isEqualTo(42);
        assertThat(shown.get(0)).isEqualTo("display_data {\"text/plain\":\"x\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new ArrayList<File>()",
                "new BigInteger(\"1\")",
                "new URL(\"http://localhost\")",
                "Executors.class",
                "Preferences.class",
                "Pattern.compile(\"a\")",
            })
    void names_what_ijava_imports(String expression) {
        assertThat(value(expression)).isNotNull();
    }

    @Test
    void a_value_is_shown_with_a_semicolon_too_and_a_statement_has_none() {
        assertThat(value("6 * 7;")).isEqualTo(42);
        assertThat(value("int x = 5;\nx;")).isEqualTo(5);
        assertThat(value("x = 6")).isNull();
        assertThat(value("int y = 7")).isNull();
        value("printf(\"%d %s%n\", 1, \"a\");");
    }
}
