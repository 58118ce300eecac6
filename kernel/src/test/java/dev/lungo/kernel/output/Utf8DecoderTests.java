package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8DecoderTests {
    private final Utf8Decoder decoder = new Utf8Decoder();

    @Test
    void joins_characters_that_arrive_byte_by_byte() {
        var text = "héllo 中文 🙂";
        var decoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            decoded.append(decoder.decode(new byte[] {b}, 0, 1));
        }
        assertThat(decoded).hasToString(text);
        assertThat(decoder.end()).isEmpty();
    }

    @Test
    void replaces_bytes_that_are_no_text() {
        assertThat(decoder.decode(new byte[] {'a', (byte) 0xff, 'b'}, 0, 3)).isEqualTo("a\ufffdb");
    }

    @Test
    void replaces_a_character_that_has_no_end() {
        assertThat(decoder.decode(new byte[] {(byte) 0xe4, (byte) 0xb8}, 0, 2)).isEmpty();
        assertThat(decoder.end()).isEqualTo("\ufffd");
        assertThat(decoder.decode(new byte[] {'a'}, 0, 1)).isEqualTo("a");
    }
}
