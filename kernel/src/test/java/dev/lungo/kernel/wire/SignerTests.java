package dev.lungo.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignerTests {
    private static final List<byte[]> PARTS =
            List.of(bytes("The quick brown fox "), bytes("jumps over the lazy dog"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void signs_as_the_published_example_of_hmac_sha256() {
        assertThat(new Signer("key").sign(PARTS))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    }

    @Test
    void signs_as_java_does_with_a_key_of_any_length() throws Exception {
        for (int length : new int[] {1, 63, 64, 65, 200}) {
            var key = "k".repeat(length);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
            PARTS.forEach(mac::update);
            assertThat(new Signer(key).sign(PARTS))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo(HexFormat.of().formatHex(mac.doFinal()));
        }
    }

    @Test
    void refuses_a_signature_made_with_another_key() {
        var forged = new Signer("other").sign(PARTS);
        assertThat(new Signer("key").verifies(forged, PARTS)).isFalse();
    }

    @Test
    void signs_nothing_without_a_key() {
        assertThat(new Signer("").sign(PARTS)).isEmpty();
        assertThat(new Signer("").verifies(bytes("whatever"), PARTS)).isTrue();
    }
}
