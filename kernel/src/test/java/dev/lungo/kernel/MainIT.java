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
