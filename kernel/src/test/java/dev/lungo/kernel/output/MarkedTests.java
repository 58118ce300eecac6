package dev.lungo.kernel.output;

import static dev.lungo.kernel.DisplayCalls.html;
import static dev.lungo.kernel.DisplayCalls.json;
import static dev.lungo.kernel.DisplayCalls.latex;
import static dev.lungo.kernel.DisplayCalls.markdown;
import static dev.lungo.kernel.DisplayCalls.svg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MarkedTests {
    private static String data(DisplayData display) {
        return MimeBundle.of(display).get("data").toString();
    }

    @Test
    void text_is_sent_as_its_language_and_as_source() {
        assertThat(data(markdown("*a*")))
                .isEqualTo("{\"text/plain\":\"*a*\",\"text/markdown\":\"*a*\"}");
        assertThat(data(svg("s"))).isEqualTo("{\"text/plain\":\"s\",\"image/svg+xml\":\"s\"}");
        assertThat(data(html("h"))).isEqualTo("{\"text/plain\":\"h\",\"text/html\":\"h\"}");
    }

    @Test
    void formulas_are_marked_as_such() {
        assertThat(data(latex("x^2"))).contains("\"text/latex\":\"$\\\\displaystyle x^2$\"");
        assertThat(data(latex("$x$"))).contains("\"text/latex\":\"$x$\"");
        assertThat(data(latex("\\begin{align}x\\end{align}")))
                .contains("\"text/latex\":\"\\\\begin{align}x\\\\end{align}\"");
    }

    @Test
    void json_comes_from_values_or_text() {
        var value = new TreeMap<>(Map.of("a", Arrays.asList(1, null), "b", new double[] {0.5}));
        var expected = "\"application/json\":{\"a\":[1,null],\"b\":[0.5]}";
        assertThat(data(json(value))).contains(expected);
        assertThat(data(json("{\"a\": [1, null], \"b\": [0.5]}"))).contains(expected);
        assertThatThrownBy(() -> json("{a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "json(..) got a text that is not JSON: {a. Give it JSON, or a map or a"
                                + " list.");
    }
}
