package dev.lungo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lungo run} with the real kernel. */
class RunIT {
    @TempDir private Path folder;
    private Launcher launcher;

    @BeforeEach
    void findPython() {
        launcher = Launcher.ofThisCheckout();
    }

    @Test
    void writes_the_outputs_into_the_notebook() {
        var notebook =
                notebook("System.out.println(\"one\");\nSystem.out.println(\"two\");", "40 + 2");
        Ended ended = launcher.run(folder, "run", "a.ipynb");
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out())
                .startsWith(
                        "[1/2] System.out.println(\"one\");\n"
                                + "one\n"
                                + "two\n"
                                + "[2/2] 40 + 2\n"
                                + "42\n\n"
                                + "42\n\n"
                                + "2 cells in ")
                .endsWith(" s. The notebook is in " + notebook.path() + "\n");
        assertThat(notebook.outputs(1).toString())
                .isEqualTo(
                        "[{\"name\":\"stdout\",\"output_type\":\"stream\",\"text\":[\"one\\n"
                                + "\",\"two\\n"
                                + "\"]}]");
        assertThat(notebook.cell(2).get("execution_count").getAsInt()).isEqualTo(2);
        assertThat(notebook.cell(1).getAsJsonObject("metadata").size()).isZero();
        assertThat(
                        notebook.json()
                                .getAsJsonObject("metadata")
                                .getAsJsonObject("kernelspec")
                                .get("name")
                                .getAsString())
                .isEqualTo("java");
        assertThat(notebook.text())
                .startsWith("{\n \"cells\": [\n")
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void fast_says_so_to_the_kernel_and_leaves_the_notebook_alone() throws IOException {
        var notebook = notebook("System.out.println(System.getenv(\"LUNGO_FAST\"));");
        String before = notebook.text();
        Ended ended = launcher.run(folder, "run", "--fast", "a.ipynb");
        Path out = Launcher.root().resolve("target/notebooks/a.ipynb");
        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).endsWith("The notebook is in " + out + "\n");
        assertThat(new NotebookFile(out).outputs(1).toString()).contains("1\\n");
        assertThat(notebook.text()).isEqualTo(before);
        Files.delete(out);
    }

    @Test
    void names_the_cell_that_failed_and_keeps_what_ran() {
        var notebook = notebook("1 + 1", "int zero = 0;\n1 / zero", "2 + 2");
        Ended ended = launcher.run(folder, "run", "a.ipynb");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .contains("ArithmeticException")
                .endsWith(
                        "lungo: cell 2 of 3 failed (int zero = 0;). The notebook so far is in "
                                + notebook.path()
                                + "\n");
        assertThat(notebook.outputs(1).toString()).contains("\"2\"");
        assertThat(notebook.outputs(2).toString()).contains("\"output_type\":\"error\"");
        assertThat(notebook.outputs(3)).isEmpty();
    }

    @Test
    void interrupts_the_cell_writes_what_ran_and_leaves_no_jvm() throws Exception {
        var notebook =
                notebook(
                        "1 + 1",
                        "System.out.println(\"here\");\nwhile (true) Thread.sleep(10);",
                        "2 + 2");
        Process process = launcher.start(folder, "run", "a.ipynb");
        List<ProcessHandle> started = startedWhen(process, "here\n");
        new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
        Ended ended = Launcher.end(process, folder);
        assertThat(ended.status()).isEqualTo(130);
        assertThat(ended.out())
                .endsWith("Stopped in cell 2 of 3. What has run is in " + notebook.path() + "\n");
        assertThat(notebook.outputs(1).toString()).contains("\"2\"");
        assertThat(notebook.outputs(2).toString()).contains("here");
        assertThat(notebook.outputs(3)).isEmpty();
        assertEnded(started);
    }

    @Test
    void leaves_no_jvm_when_it_is_killed() throws Exception {
        notebook("System.out.println(\"here\");\nwhile (true) Thread.sleep(10);");
        Process process = launcher.start(folder, "run", "a.ipynb");
        List<ProcessHandle> started = startedWhen(process, "here\n");
        process.destroyForcibly();
        assertEnded(started);
    }

    @Test
    void says_in_which_cell_the_kernel_ended() throws Exception {
        var notebook = notebook("1 + 1", "System.out.println(\"here\");\nThread.sleep(60_000);");
        Process process = launcher.start(folder, "run", "a.ipynb");
        startedWhen(process, "here\n").forEach(ProcessHandle::destroyForcibly);
        Ended ended = Launcher.end(process, folder);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err())
                .isEqualTo(
                        "lungo: the Java kernel ended in cell 2 of 2; was it killed, or out of"
                                + " memory? The notebook so far is in "
                                + notebook.path()
                                + "\n");
        assertThat(notebook.outputs(1).toString()).contains("\"2\"");
    }

    @Test
    void leaves_a_notebook_alone_that_was_edited_meanwhile() throws Exception {
        var notebook = notebook("System.out.println(\"here\");\nThread.sleep(2000);");
        Process process = launcher.start(folder, "run", "a.ipynb");
        startedWhen(process, "here\n");
        var edited = NotebookFile.of(notebook.path(), "edited").text();
        Ended ended = Launcher.end(process, folder);
        Path out = Launcher.root().resolve("target/notebooks/a.ipynb");
        assertThat(ended.err())
                .isEqualTo(
                        "lungo: "
                                + notebook.path()
                                + " was changed while it ran, so it was left alone. The outputs are"
                                + " in "
                                + out
                                + "\n");
        assertThat(notebook.text()).isEqualTo(edited);
        assertThat(new NotebookFile(out).outputs(1).toString()).contains("here");
        Files.delete(out);
    }

    @Test
    void refuses_what_is_not_a_java_notebook() {
        Path file = folder.resolve("a.ipynb");
        Machine.write(file, "no notebook");
        assertThat(launcher.run(folder, "run", "a.ipynb"))
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "lungo: a.ipynb is not a notebook: Expecting value: line 1 column 1"
                                        + " (char 0)\n"));
        assertThat(file).hasContent("no notebook");

        String python =
                NotebookFile.of(file, "1")
                        .text()
                        .replace("\"language\":\"java\"", "\"language\":\"python\"");
        Machine.write(file, python);
        assertThat(launcher.run(folder, "run", "a.ipynb"))
                .isEqualTo(
                        new Ended(
                                2, "", "lungo: a.ipynb is a notebook for python, not for Java.\n"));
        assertThat(file).hasContent(python);
    }

    private NotebookFile notebook(String... cells) {
        return NotebookFile.of(folder.resolve("a.ipynb").toAbsolutePath(), cells);
    }

    /** Waits until the launcher has printed the text; returns the processes it has started. */
    private List<ProcessHandle> startedWhen(Process process, String text) throws Exception {
        Path out = folder.resolve("out.txt");
        for (int i = 0;
                i < 1200 && process.isAlive() && !Files.readString(out).contains(text);
                i++) {
            Thread.sleep(50);
        }
        assertThat(Files.readString(out))
                .as(Files.readString(folder.resolve("err.txt")))
                .contains(text);
        List<ProcessHandle> started = process.descendants().toList();
        assertThat(started).isNotEmpty();
        return started;
    }

    private static void assertEnded(List<ProcessHandle> processes) {
        var all =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        assertThat(CompletableFuture.allOf(all).orTimeout(30, TimeUnit.SECONDS))
                .succeedsWithin(30, TimeUnit.SECONDS);
    }
}
