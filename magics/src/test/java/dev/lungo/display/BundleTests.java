package dev.lungo.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTests {
    @Test
    void keeps_hints_when_more_content_comes() {
        Bundle bundle = Bundle.png(new byte[1], 640, 360, "a").with("text/html", "b");
        assertThat(bundle.content()).containsOnlyKeys("text/plain", "image/png", "text/html");
        assertThat(bundle.hints())
                .isEqualTo(Map.of("image/png", Map.of("width", 640, "height", 360)));
    }

    @Test
    void rejects_content_without_text() {
        assertThatThrownBy(() -> new Bundle(Map.of("text/html", "a")))
                .hasMessageContaining("text/plain");
    }

    @Test
    void escapes_markup_and_what_xml_refuses() {
        assertThat(Markup.escape("<a href=\"x\">&\u0000\uFFFF🙂"))
                .isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;  🙂");
    }
}
