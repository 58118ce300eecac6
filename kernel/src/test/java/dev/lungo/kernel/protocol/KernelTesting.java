package dev.lungo.kernel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.lungo.kernel.output.LiveNotebook;
import dev.lungo.kernel.session.Session;
import dev.lungo.kernel.wire.Channel;
import dev.lungo.kernel.wire.ConnectionFile;
import dev.lungo.kernel.wire.Json;
import dev.lungo.kernel.wire.Message;
import dev.lungo.kernel.wire.TestClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Base of tests that talk to a kernel in this process as a front end does. */
abstract class KernelTesting {
    final FakeSession session = new FakeSession();
    @TempDir Path history;
    ConnectionFile connection;
    Kernel kernel;
    TestClient client;

    @BeforeEach
    void startKernel() throws IOException {
        kernel = startOnFreePorts();
        client = new TestClient(connection);
    }

    /** Another process can take a port between finding it free and listening there. */
    private Kernel startOnFreePorts() throws IOException {
        for (int tries = 1; ; tries++) {
            connection = TestClient.freePorts();
            try {
                return Kernel.start(connection, this::open, history);
            } catch (IOException e) {
                if (tries == 5 || !e.getMessage().contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    /** Opens the session; a test can make it late or fail. */
    Session open(LiveNotebook notebook) throws Exception {
        return session;
    }

    @AfterEach
    void stopKernel() {
        client.close();
        kernel.close();
    }

    static JsonObject json(String text) {
        return Json.parse(text.replace('\'', '"')).getAsJsonObject();
    }

    /** Sends a request on shell; content with ' for ". */
    Message send(String type, String content) {
        return client.send(Channel.SHELL, type, json(content));
    }

    Message execute(String code) {
        return send("execute_request", "{'code': '" + code + "', 'allow_stdin': true}");
    }

    /** Interrupts the cells that run. */
    void interrupt() {
        replyTo(client.send(Channel.CONTROL, "interrupt_request", json("{}")), Channel.CONTROL);
    }

    /** The id of a new subshell. */
    String createSubshell() {
        var request = client.send(Channel.CONTROL, "create_subshell_request", json("{}"));
        return replyTo(request, Channel.CONTROL).get("subshell_id").getAsString();
    }

    /** The next reply on shell, which must answer {@code request}. */
    JsonObject replyTo(Message request) {
        return replyTo(request, Channel.SHELL);
    }

    JsonObject replyTo(Message request, Channel channel) {
        var reply = client.receive(channel);
        assertThat(reply.parent()).isEqualTo(request.header().json());
        assertThat(reply.type()).isEqualTo(request.type().replace("_request", "_reply"));
        assertThat(reply.header().json().keySet())
                .contains("msg_id", "session", "username", "date", "msg_type", "version");
        assertThat(reply.content().get("status").getAsString()).isNotEmpty();
        return reply.content();
    }

    /** What {@code request} shows, between its busy and its idle, each as one short text. */
    List<String> shownBy(Message request) {
        var shown = new ArrayList<String>();
        while (shown.isEmpty() || !shown.get(shown.size() - 1).equals("idle")) {
            var message = client.receive(Channel.IOPUB);
            if (message.parent().equals(request.header().json())) {
                shown.add(inShort(message));
            }
        }
        assertThat(shown.get(0)).isEqualTo("busy");
        return shown.subList(1, shown.size() - 1);
    }

    /** Reads output until a message of this type comes. */
    Message awaitOutput(String type) {
        var message = client.receive(Channel.IOPUB);
        while (!message.type().equals(type)) {
            message = client.receive(Channel.IOPUB);
        }
        return message;
    }

    private static String inShort(Message message) {
        var content = message.content();
        return switch (message.type()) {
            case "status" -> content.get("execution_state").getAsString();
            case "stream" ->
                    content.get("name").getAsString() + ":" + content.get("text").getAsString();
            case "execute_input" -> "in[" + content.get("execution_count") + "]";
            case "execute_result" ->
                    "out[%s]:%s"
                            .formatted(
                                    content.get("execution_count"),
                                    content.getAsJsonObject("data")
                                            .get("text/plain")
                                            .getAsString());
            case "error" -> "error:" + content.get("ename").getAsString();
            default -> message.type();
        };
    }
}
