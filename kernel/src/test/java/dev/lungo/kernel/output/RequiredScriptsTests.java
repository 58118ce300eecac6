package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredScriptsTests {
    @Test
    void provides_what_old_plots_load_plotly_with() {
        var plot =
                "<div id='a'></div><script>require(['https://cdn.plot.ly/plotly-1.44.4.min.js'],"
                        + " Plotly => {})</script>";
        assertThat(MimeBundle.of(Marked.html(plot)).getAsJsonObject("data").get("text/html"))
                .extracting(html -> html.getAsString())
                .asString()
                .startsWith("<script>\nwindow.require = window.require || (")
                .endsWith("</script>\n" + plot);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>require(['x.js'])</b>", "<p>plotly</p>"})
    void leaves_other_html_alone(String html) {
        assertThat(RequiredScripts.provided(html)).isEqualTo(html);
    }
}
