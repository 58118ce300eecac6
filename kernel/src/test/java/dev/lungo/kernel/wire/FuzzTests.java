package dev.lungo.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The wire outlives messages that were changed at random. */
class FuzzTests {
    private static final int MESSAGES = 2_000;
    private static final int ALIVE_EVERY = 100;
    private static final List<Channel> CHANNELS =
            List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN);

    private final long seed = Long.getLong("lungo.fuzz.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private Wire wire;
    private TestClient client;

    @BeforeEach
    void connect() throws IOException {
        var connection = TestClient.freePorts();
        wire = Wire.open(connection);
        wire.start(this::receive, () -> {});
        client = new TestClient(connection);
    }

    @AfterEach
    void disconnect() {
        client.close();
        wire.close();
    }

    private void receive(Channel channel, Message message) {
        if (message.type().equals("ping")) {
            wire.send(channel, message);
        }
    }

    @Test
    void survives_changed_messages() {
        System.out.println("lungo.fuzz.seed=" + seed);
        for (int i = 0; i < MESSAGES; i++) {
            var channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
            client.sendFrames(channel, changed());
            if (i % ALIVE_EVERY == 0) {
                assertAnswers(channel);
            }
        }
        CHANNELS.forEach(this::assertAnswers);
        assertThat(client.beats()).isTrue();
    }

    private void assertAnswers(Channel channel) {
        var ping = client.send(channel, "ping", new JsonObject());
        assertThat(client.receive(channel).header()).as("seed %s", seed).isEqualTo(ping.header());
    }

    private List<byte[]> changed() {
        var content = new JsonObject();
        content.addProperty("code", "1 + " + random.nextInt());
        var frames = client.framesOf("execute_request", content);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !frames.isEmpty(); i++) {
            change(frames);
        }
        return frames.isEmpty() ? List.of(new byte[0]) : frames;
    }

    private void change(List<byte[]> frames) {
        int at = random.nextInt(frames.size());
        switch (random.nextInt(8)) {
            case 0 -> frames.remove(at);
            case 1 -> frames.add(at, frames.get(random.nextInt(frames.size())));
            case 2 -> frames.set(at, noise());
            case 3 -> frames.set(at, flipped(frames.get(at)));
            case 4 -> frames.set(at, cutOff(frames.get(at)));
            case 5 -> resign(frames, "[".repeat(random.nextInt(100_000)));
            case 6 -> resign(frames, "{\"code\": NaN, \"a\": [1e999, null, \"\\u0000\"]}");
            default -> resign(frames, new String(noise(), StandardCharsets.UTF_8));
        }
    }

    /** A part that the front end itself wrote wrongly: the signature is right. */
    private void resign(List<byte[]> frames, String part) {
        var parts = new ArrayList<byte[]>(frames);
        if (parts.size() < 6) {
            return;
        }
        parts.set(2 + random.nextInt(4), part.getBytes(StandardCharsets.UTF_8));
        frames.clear();
        frames.addAll(client.signed(parts.subList(2, 6)));
    }

    private byte[] noise() {
        var bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] flipped(byte[] frame) {
        var bytes = frame.clone();
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] cutOff(byte[] frame) {
        return Arrays.copyOf(frame, random.nextInt(frame.length + 1));
    }
}
