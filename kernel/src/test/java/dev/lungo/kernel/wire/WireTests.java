package dev.lungo.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wire whose receiver sends every message back. */
class WireTests {
    private final ConnectionFile connection = freePorts();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Wire wire;
    private TestClient client;

    private static ConnectionFile freePorts() {
        try {
            return TestClient.freePorts();
        } catch (IOException noPorts) {
            throw new IllegalStateException(noPorts);
        }
    }

    @BeforeEach
    void connect() throws IOException {
        wire = Wire.open(connection);
        wire.start(this::echo, ended::countDown);
        client = new TestClient(connection);
    }

    @AfterEach
    void disconnect() {
        client.close();
        wire.close();
    }

    private void echo(Channel channel, Message message) {
        if (message.type().equals("poison")) {
            throw new AssertionError("a handler that fails");
        }
        wire.send(channel, message);
    }

    private void publish(String type) {
        var header = Header.of(type, wire.session());
        wire.send(Channel.IOPUB, Message.of(List.of(), header, new JsonObject(), new JsonObject()));
    }

    private void assertAnswers() {
        var sent = client.send(Channel.SHELL, "hello", new JsonObject());
        assertThat(client.receive(Channel.SHELL).header()).isEqualTo(sent.header());
        assertThat(client.beats()).isTrue();
        assertThat(client.beats()).isTrue();
    }

    @Test
    void answers_on_every_channel() {
        for (var channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
            var sent = client.send(channel, "hello", new JsonObject());
            assertThat(client.receive(channel).header()).isEqualTo(sent.header());
        }
    }

    @Test
    void survives_frames_that_are_no_message() {
        var forged = client.framesOf("hello", new JsonObject());
        forged.set(1, "0000".getBytes(StandardCharsets.US_ASCII));
        client.sendFrames(Channel.SHELL, forged);
        client.sendFrames(Channel.SHELL, forged.subList(0, 3));
        client.sendFrames(Channel.SHELL, List.of(new byte[] {1, 2, 3}));
        client.sendFrames(Channel.SHELL, List.of(new byte[0]));
        assertAnswers();
    }

    @Test
    void drops_what_came_before() {
        var recorded = client.framesOf("hello", new JsonObject());
        client.sendFrames(Channel.SHELL, recorded);
        client.receive(Channel.SHELL);
        client.sendFrames(Channel.SHELL, recorded);
        client.sendFrames(Channel.CONTROL, recorded);
        assertAnswers();
        var sent = client.send(Channel.CONTROL, "hello", new JsonObject());
        assertThat(client.receive(Channel.CONTROL).header()).isEqualTo(sent.header());
    }

    @Test
    void drops_what_is_too_large_or_has_too_many_frames() {
        var large = client.framesOf("hello", new JsonObject());
        large.add(new byte[65 * 1024 * 1024]);
        client.sendFrames(Channel.SHELL, large);
        var many = client.framesOf("hello", new JsonObject());
        many.addAll(Collections.nCopies(2_000, new byte[1]));
        client.sendFrames(Channel.SHELL, many);
        assertAnswers();
    }

    @Test
    void survives_a_receiver_that_fails() {
        client.send(Channel.SHELL, "poison", new JsonObject());
        assertAnswers();
    }

    @Test
    void welcomes_every_front_end_before_it_sees_output() {
        client.close(); // it would not read, and the others would wait for it
        var done = new AtomicBoolean();
        var output =
                new Thread(
                        () -> {
                            while (!done.get()) {
                                publish("stream");
                                LockSupport.parkNanos(10_000);
                            }
                        });
        output.start();
        try {
            for (int i = 0; i < 20; i++) {
                try (var another = new TestClient(connection)) { // expects the welcome first
                    assertThat(another.receive(Channel.IOPUB).type()).isEqualTo("stream");
                }
            }
        } finally {
            done.set(true);
        }
    }

    @Test
    void sends_for_a_thread_that_is_interrupted() {
        var header = Header.of("status", wire.session());
        Thread.currentThread().interrupt();
        wire.send(Channel.IOPUB, Message.of(List.of(), header, new JsonObject(), new JsonObject()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(client.receive(Channel.IOPUB).header()).isEqualTo(header);
        assertAnswers();
    }

    @Test
    void loses_nothing_when_the_front_end_reads_late() {
        int many = 5_000;
        for (int i = 0; i < many; i++) {
            publish("n" + i);
        }
        for (int i = 0; i < many; i++) {
            assertThat(client.receive(Channel.IOPUB).type()).isEqualTo("n" + i);
        }
    }

    @Test
    void says_that_it_has_ended() throws InterruptedException {
        wire.close();
        ended.await();
        publish("status"); // by a thread that outlives the kernel: no failure
    }

    @Test
    void says_which_port_is_taken() throws IOException {
        var free = TestClient.freePorts();
        try (var taken = new ServerSocket(free.iopub(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Wire.open(free))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "The kernel cannot listen on port %d of 127.0.0.1 (iopub): "
                                    .formatted(taken.getLocalPort()))
                    .hasMessageContaining("in use");
        }
    }
}
