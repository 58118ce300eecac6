package dev.lungo.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A front end that has stopped reading output, with a wire that prints for ever. */
class SlowReaderIT {
    private static final int TEXT = 1024 * 1024;

    private final AtomicInteger printed = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread printer = new Thread(this::print, "printer");
    private ConnectionFile connection;
    private Wire wire;
    private TestClient client;

    @BeforeEach
    void printUntilNothingFits() throws IOException, InterruptedException {
        connection = TestClient.freePorts();
        wire = Wire.open(connection);
        wire.start((channel, message) -> wire.send(channel, message), end::countDown);
        client = new TestClient(connection);
        printer.start();
        while (printer.getState() != Thread.State.WAITING) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        client.close();
        wire.close();
        printer.join();
    }

    private void print() {
        var content = new JsonObject();
        content.addProperty("text", "x".repeat(TEXT));
        while (end.getCount() > 0 && !Thread.currentThread().isInterrupted()) {
            publish("stream", content);
            printed.incrementAndGet();
            wire.awaitRoom();
        }
    }

    private void publish(String type, JsonObject content) {
        var header = Header.of(type, wire.session());
        wire.send(Channel.IOPUB, Message.of(List.of(), header, new JsonObject(), content));
    }

    @Test
    void makes_what_prints_wait_after_64_megabytes_and_loses_nothing() throws InterruptedException {
        assertThat(printed.get()).isGreaterThanOrEqualTo(64);
        publish("idle", new JsonObject()); // does not wait
        printer.interrupt(); // ends the wait
        printer.join();
        for (int i = 0; i < printed.get(); i++) {
            var type = client.receive(Channel.IOPUB).type();
            if (type.equals("idle")) {
                type = client.receive(Channel.IOPUB).type();
            }
            assertThat(type).isEqualTo("stream");
        }
    }

    @Test
    void holds_up_no_reply_and_no_heartbeat() {
        var sent = client.send(Channel.CONTROL, "hello", new JsonObject());
        assertThat(client.receive(Channel.CONTROL).header()).isEqualTo(sent.header());
        assertThat(client.beats()).isTrue();
    }

    @Test
    void lets_what_prints_go_on_when_it_reads_again() {
        int before = printed.get();
        for (int i = 0; i < before; i++) {
            assertThat(client.receive(Channel.IOPUB).type()).isEqualTo("stream");
        }
        client.receive(Channel.IOPUB); // printed meanwhile
    }

    @Test
    void lets_what_prints_go_on_when_it_goes() throws InterruptedException {
        int before = printed.get();
        client.close();
        while (printed.get() < before + 100) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
