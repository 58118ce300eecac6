package dev.lungo.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTests {
    private final Signer signer = new Signer("secret");
    private final Frames frames = new Frames(signer);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject json(String text) {
        return Json.parse(text).getAsJsonObject();
    }

    private static Message message(JsonObject content) {
        var header = Header.of("execute_request", "session").json();
        header.addProperty("subshell_id", "s1");
        return new Message(
                List.of(bytes("a"), bytes("b")),
                new Header(header),
                json("{\"msg_id\": \"before\"}"),
                json("{\"cellId\": \"c\"}"),
                content,
                List.of(bytes("buffer")));
    }

    /** A correctly signed message of these JSON parts. */
    private List<byte[]> signed(String... parts) {
        var encoded = List.of(parts).stream().map(FramesTests::bytes).toList();
        var all = new ArrayList<byte[]>();
        all.add(bytes("<IDS|MSG>"));
        all.add(signer.sign(encoded));
        all.addAll(encoded);
        return all;
    }

    @Test
    void keep_every_part_of_a_message_on_the_way() {
        var sent = message(json("{\"code\": \"héllo 中文 🙂\"}"));
        var received = frames.message(frames.of(Parcel.of(Channel.SHELL, sent)));
        assertThat(received)
                .usingRecursiveComparison()
                .ignoringFields("identities", "buffers")
                .isEqualTo(sent);
        assertThat(received.header().json().get("subshell_id").getAsString()).isEqualTo("s1");
        assertThat(received.identities()).containsExactly(bytes("a"), bytes("b"));
        assertThat(received.buffers()).containsExactly(bytes("buffer"));
    }

    @Test
    void send_null_for_numbers_that_json_lacks() {
        var content = new JsonObject();
        content.addProperty("nan", Double.NaN);
        content.addProperty("infinite", Float.NEGATIVE_INFINITY);
        content.addProperty("big", BigInteger.TEN.pow(400));
        content.add("tree", Json.tree(new double[] {1, Double.POSITIVE_INFINITY}));
        assertThat(Json.bytes(content))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"nan\":null,\"infinite\":null,\"big\":1"
                                + "0".repeat(400)
                                + ",\"tree\":[1.0,null]}");
    }

    @Test
    void refuse_a_changed_content() {
        var changed =
                new ArrayList<>(frames.of(Parcel.of(Channel.SHELL, message(new JsonObject()))));
        changed.set(changed.size() - 2, bytes("{\"code\": \"1\"}"));
        assertRefused(changed, "its signature is wrong");
    }

    @Test
    void refuse_what_was_cut_off() {
        assertRefused(signed("{}", "{}", "{}"), "it has only 5 frames");
        assertRefused(List.of(bytes("hello")), "it has no <IDS|MSG> frame");
    }

    @Test
    void refuse_what_is_not_json() {
        assertRefused(signed("{", "{}", "{}", "{}"), "a part of it is not JSON");
        assertRefused(signed("hello", "{}", "{}", "{}"), "a part of it is not JSON");
        assertRefused(signed("[]", "{}", "{}", "{}"), "a part of it is not a JSON object");
    }

    @Test
    void refuse_a_header_without_its_fields() {
        assertRefused(signed("{}", "{}", "{}", "{}"), "its header has no msg_id");
    }

    @Test
    void refuse_a_huge_header() {
        var header = "{\"msg_id\": \"" + "x".repeat(100_000) + "\"}";
        assertRefused(signed(header, "{}", "{}", "{}"), "its header has 100014 bytes");
    }

    private void assertRefused(List<byte[]> bad, String reason) {
        assertThatThrownBy(() -> frames.message(bad))
                .isInstanceOf(BadMessageException.class)
                .hasMessageStartingWith(reason);
    }
}
