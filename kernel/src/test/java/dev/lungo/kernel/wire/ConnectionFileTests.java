package dev.lungo.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFileTests {
    private static final String WHOLE =
            """
            {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "control_port": 2,
             "stdin_port": 3, "iopub_port": 4, "hb_port": 5, "key": "k",
             "signature_scheme": "hmac-sha256", "kernel_name": "java"}
            """;

    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("kernel.json"), text);
    }

    @Test
    void is_read() throws IOException {
        assertThat(ConnectionFile.read(file(WHOLE)))
                .isEqualTo(new ConnectionFile("127.0.0.1", 1, 2, 3, 4, 5, "k"));
    }

    @Test
    void says_which_field_is_missing() throws IOException {
        var path = file(WHOLE.replace("hb_port", "other"));
        assertThatThrownBy(() -> ConnectionFile.read(path))
                .hasMessage("The connection file " + path + " has no hb_port.");
    }

    @Test
    void says_which_port_is_none() throws IOException {
        var path = file(WHOLE.replace("\"shell_port\": 1", "\"shell_port\": 99999"));
        assertThatThrownBy(() -> ConnectionFile.read(path))
                .hasMessage(
                        "The connection file %s has the shell_port 99999; expected 0 to 65535."
                                .formatted(path));
    }

    @Test
    void says_that_it_is_missing_or_broken() throws IOException {
        var missing = folder.resolve("none.json");
        assertThatThrownBy(() -> ConnectionFile.read(missing))
                .hasMessage("There is no connection file " + missing + ".");
        assertThatThrownBy(() -> ConnectionFile.read(folder))
                .hasMessageStartingWith("The connection file " + folder + " cannot be read: ");
        var broken = file("{");
        assertThatThrownBy(() -> ConnectionFile.read(broken))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The connection file " + broken + " cannot be read: ");
    }

    @Test
    void asks_for_a_transport_that_the_kernel_knows() throws IOException {
        var path = file(WHOLE.replace("tcp", "ipc"));
        assertThatThrownBy(() -> ConnectionFile.read(path))
                .hasMessage(
                        "The connection file %s says transport \"ipc\"; this kernel knows only tcp."
                                .formatted(path));
    }

    @Test
    void refuses_an_address_that_others_can_reach() throws IOException {
        var path = file(WHOLE.replace("127.0.0.1", "0.0.0.0"));
        assertThatThrownBy(() -> ConnectionFile.read(path))
                .hasMessage(
                        "The connection file %s has the ip 0.0.0.0; this kernel listens only on this machine. Start it with the ip 127.0.0.1."
                                .formatted(path));
    }
}
