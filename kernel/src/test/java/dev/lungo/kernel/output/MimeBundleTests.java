package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimeBundleTests {
    private final DisplayData display = new DisplayData();

    private String data() {
        return MimeBundle.of(display).getAsJsonObject("data").toString();
    }

    @Test
    void sends_bytes_as_base64() {
        display.putData("image/png", new byte[] {1, 2, 3});
        assertThat(data()).isEqualTo("{\"image/png\":\"AQID\"}");
    }

    @Test
    void sends_json_as_json_and_other_text_as_text() {
        display.putData("application/vnd.plotly.v1+json", "{\"a\": [1]}");
        display.putData("application/json", Map.of("b", 2));
        display.putText("{\"c\": 3}");
        assertThat(MimeBundle.of(display).getAsJsonObject("data").asMap())
                .hasToString(
                        "{application/vnd.plotly.v1+json={\"a\":[1]}, application/json={\"b\":2},"
                                + " text/plain=\"{\\\"c\\\": 3}\"}");
    }

    @Test
    void has_metadata_and_transient_data_even_when_empty() {
        assertThat(MimeBundle.of(display))
                .hasToString("{\"data\":{},\"metadata\":{},\"transient\":{}}");
    }
}
