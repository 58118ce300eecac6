package dev.lungo.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lungo.kernel.wire.Channel;
import dev.lungo.kernel.wire.TestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kernel can do only as a process of its own: with its manifest, and with little memory. */
class KernelProcessIT {
    @TempDir Path folder;
    private Process process;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        var ports = TestClient.freePorts();
        var file =
                Files.writeString(
                        folder.resolve("connection.json"),
                        """
                        {"ip": "127.0.0.1", "shell_port": %d, "control_port": %d, "stdin_port": %d,
                         "iopub_port": %d, "hb_port": %d, "key": "%s"}
                        """
                                .formatted(
                                        ports.shell(),
                                        ports.control(),
                                        ports.stdin(),
                                        ports.iopub(),
                                        ports.heartbeat(),
                                        ports.key()));
        var command = new ArrayList<>(JupyterProcess.kernel());
        command.add(1, "-Xmx200m");
        command.add(file.toString());
        process = new ProcessBuilder(command).inheritIO().start();
        client = new TestClient(ports);
    }

    @AfterEach
    void end() throws InterruptedException {
        client.close();
        process.destroyForcibly().waitFor();
    }

    @Test
    void keeps_objects_whose_class_has_new_bodies() {
        run("class A { int i = 1; int f() { return i; } }");
        run("A a = new A(); a.i = 7;");
        run("class A { int i = 1; int f() { return i + 1; } }");
        var reply = run("if (a.f() != 8) throw new Error();");
        assertThat(reply.get("status").getAsString()).as("%s", reply).isEqualTo("ok");
    }

    @Test
    void survives_a_full_memory() {
        run("var list = new ArrayList<byte[]>();");
        var full = run("while (true) list.add(new byte[1000]);");
        assertThat(full.get("evalue").getAsString())
                .endsWith("Set large variables to null, or restart with more memory (-Xmx).");
        assertThat(full.getAsJsonArray("traceback").size()).isLessThanOrEqualTo(10);
        run("list = null;");
        var reply = run("int after = 1;");
        assertThat(reply.get("status").getAsString()).as("%s", reply).isEqualTo("ok");
    }

    private JsonObject run(String code) {
        var content = new JsonObject();
        content.addProperty("code", code);
        client.send(Channel.SHELL, "execute_request", content);
        return client.receive(Channel.SHELL).content();
    }
}
