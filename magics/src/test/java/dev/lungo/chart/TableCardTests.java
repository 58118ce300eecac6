package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import org.junit.jupiter.api.Test;

class TableCardTests {
    private static final TableCard TABLE =
            TableCard.of("epoch", "loss", "layer")
                    .title("log")
                    .row(1, 0.1713, "conv2d")
                    .row(1000, 1e-7, "中文 <&>")
                    .note("batch 32");

    @Test
    void prints_a_box_with_numbers_to_the_right() {
        assertThat(TABLE.toString())
                .isEqualTo(
                        """
                        log
                        ┌───────┬────────────┬──────────┐
                        │ epoch │       loss │ layer    │
                        ├───────┼────────────┼──────────┤
                        │     1 │     0.1713 │ conv2d   │
                        │ 1,000 │ 1.0000e-07 │ 中文 <&> │
                        └───────┴────────────┴──────────┘
                        batch 32\
                        """);
    }

    @Test
    void is_plain_html_with_names_escaped() {
        assertThat((String) TABLE.bundle().content().get("text/html"))
                .startsWith("<table>\n<caption><b>log</b></caption>\n<tr><th align=\"right\"")
                .contains(">中文 &lt;&amp;&gt;</td></tr>")
                .endsWith("</table>\n<p>batch 32</p>\n");
    }

    @Test
    void sets_a_column_of_text_to_the_right_on_request() {
        assertThat(TableCard.of("shape").row("28 x 28").row("7").right(0).toString())
                .contains("│   shape │", "│       7 │");
    }

    @Test
    void prints_without_rows() {
        assertThat(TableCard.of("a")).hasToString("┌───┐\n│ a │\n├───┤\n└───┘");
    }

    @Test
    void rejects_a_row_of_another_length() {
        assertThatThrownBy(() -> TABLE.row(1))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        This row does not fit its table.
                        Received: 1 cells [1]
                        Expected: 3 cells, for [epoch, loss, layer]
                        Fix: give row(..) one cell for each column.\
                        """);
    }
}
