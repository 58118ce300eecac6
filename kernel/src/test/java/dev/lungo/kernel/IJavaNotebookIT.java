package dev.lungo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A notebook that was written for IJava, run by Jupyter with IJava's variables set. */
class IJavaNotebookIT {
    @TempDir Path folder;

    @Test
    void runs_unchanged() throws Exception {
        Files.writeString(folder.resolve("Utils.jshell"), "int twice(int x) { return 2 * x; }");
        Path cells =
                Files.writeString(
                        folder.resolve("cells.txt"),
                        """
                        %load Utils
                        printf("%d %s", twice(start), greeting);
                        ----
                        import io.github.spencerpark.ijava.IJava;
                        import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
                        class Bold { public String toString() { return "bold"; } }
                        IJava.getKernelInstance().getRenderer().createRegistration(Bold.class)
                            .preferring(MIMEType.TEXT_HTML)
                            .register((b, context) ->
                                context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>b</b>"));
                        render(new Bold());
                        ----
                        String id = display("first");
                        updateDisplay(id, "second");
                        ----
                        display(new Bold());
                        ----
                        %system echo ${unknown} ${start}
                        ----
                        Thread.sleep(60_000);
                        ----
                        6 * 7;
                        ----
                        (int) eval("start + 1") + 1
                        """);
        var process = JupyterProcess.of("cells.py", folder);
        // The launcher tells there of a Python environment that it had to make first.
        process.redirectErrorStream(false).redirectError(ProcessBuilder.Redirect.INHERIT);
        process.command().add(cells.toString());
        process.directory(folder.toFile());
        process.environment().put("IJAVA_TIMEOUT", "5 SECONDS");
        process.environment().put("IJAVA_COMPILER_OPTS", "-Xlint:all \"-Akey=a b\"");
        process.environment()
                .put("IJAVA_STARTUP_SCRIPT", "int start = 4; String greeting = \"hi\";");
        var python = process.start();
        var shown = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shown)
                .isEqualTo(
                        """
                        [1] stdout 8 hi
                        [2] execute_result text/html=<b>b</b> text/plain=bold
                        [3] display_data text/plain=second
                        [4] display_data text/html=<b>b</b> text/plain=bold
                        [5] stdout ${unknown} 4
                        [6] error TimeoutException: this statement took longer than 5.0 s, the limit that IJAVA_TIMEOUT sets
                        [7] execute_result text/plain=42
                        [8] execute_result text/plain=6
                        """);
    }
}
