package dev.lungo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel process says when it cannot start. */
class MainIT {
    @TempDir Path folder;

    private record End(int status, String said) {}

    private static End run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(JupyterProcess.kernel());
        command.addAll(List.of(arguments));
        return end(command);
    }

    private static End end(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new End(process.waitFor(), said.strip());
    }

    @Test
    void says_what_it_needs() throws Exception {
        assertThat(run())
                .isEqualTo(new End(2, "Usage: java -jar lungo-kernel.jar CONNECTION_FILE"));
    }

    @Test
    void leaves_the_arguments_alone_that_jupyter_run_adds() throws Exception {
        assertThat(run("--check", "notes.java")).isEqualTo(run("--check"));
    }

    @Test
    void says_whether_cells_are_quick() throws Exception {
        assertThat(run("--check")).isEqualTo(new End(0, "Cells are compiled beside JShell."));
    }

    @Test
    void says_what_slows_cells_down_when_java_ignores_the_manifest() throws Exception {
        var java = JupyterProcess.kernel().get(0);
        var jar = JupyterProcess.kernel().get(2);
        assertThat(end(List.of(java, "-cp", jar, "dev.lungo.kernel.Main", "--check")).said())
                .isEqualTo(
                        "Cells run through JShell alone, several times slower: this Java keeps its"
                                + " compiler to itself. Start the kernel with java -jar, as ./lungo"
                                + " install has it, on a JDK made from OpenJDK.");
    }

    @Test
    void says_that_the_connection_file_is_missing() throws Exception {
        var missing = folder.resolve("none.json").toString();
        assertThat(run(missing))
                .isEqualTo(new End(1, "lungo: There is no connection file " + missing + "."));
    }

    @Test
    void says_which_port_is_taken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var file =
                    Files.writeString(
                            folder.resolve("connection.json"),
                            """
                            {"ip": "127.0.0.1", "shell_port": %d, "control_port": 0,
                             "stdin_port": 0, "iopub_port": 0, "hb_port": 0, "key": ""}
                            """
                                    .formatted(taken.getLocalPort()));
            var expected =
                    "lungo: The kernel cannot listen on port %d of 127.0.0.1 (shell): Address"
                            + " already in use";
            assertThat(run(file.toString()))
                    .isEqualTo(new End(1, expected.formatted(taken.getLocalPort())));
        }
    }
}
