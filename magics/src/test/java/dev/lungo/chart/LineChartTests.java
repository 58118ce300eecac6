package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class LineChartTests {
    private static final LineChart LOSS =
            LineChart.of("loss")
                    .line("training", List.of(0.1713, 0.0482, 0.0252))
                    .dashed("validation", List.of(0.0551, 0.0291, 0.0301));

    @Test
    void is_a_picture_of_two_pixels_for_one_on_the_page() throws IOException {
        BufferedImage picture = picture(LOSS);
        assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(1280, 720));
        assertThat(LOSS.bundle().hints())
                .isEqualTo(Map.of("image/png", Map.of("width", 640, "height", 360)));
    }

    @Test
    void draws_each_line_in_its_colour() throws IOException {
        assertThat(pixels(picture(LOSS), 0x0072b2)).isGreaterThan(500);
        assertThat(pixels(picture(LOSS), 0xd55e00)).isGreaterThan(500);
        assertThat(pixels(picture(LineChart.of("empty")), 0x0072b2)).isZero();
    }

    @Test
    void says_in_text_where_each_line_begins_and_ends() {
        assertThat(LOSS.toString())
                .isEqualTo(
                        """
                        loss
                        training    █▂▁  first 0.1713, last 0.0252, lowest 0.0252, highest 0.1713
                        validation  █▁▁  first 0.0551, last 0.0301, lowest 0.0291, highest 0.0551\
                        """);
        assertThat(LOSS.bundle().text()).isEqualTo(LOSS.toString());
    }

    @Test
    void draws_gaps_and_lines_without_any_value() throws IOException {
        LineChart chart =
                LineChart.of("odd")
                        .line("gap", List.of(1.0, Double.NaN, 3.0, Double.POSITIVE_INFINITY))
                        .line("none", Collections.nCopies(4, Double.NaN))
                        .line("nothing", List.of());
        assertThat(pixels(picture(chart), 0x0072b2)).isPositive();
        assertThat(chart.toString())
                .isEqualTo(
                        """
                        odd
                        gap      ▁ █   first 1.0000, last inf, lowest 1.0000, highest 3.0000
                        none           first nan, last nan, lowest nan, highest nan
                        nothing  no values\
                        """);
    }

    @Test
    void keeps_the_text_of_long_curves_short() {
        List<Double> values = IntStream.range(0, 1000).mapToObj(i -> 1.0 / (i + 1)).toList();
        assertThat(LineChart.of("long").line("a", values).toString()).hasSizeLessThan(140);
    }

    @Test
    void lets_xchart_be_restyled() {
        XYChart chart = LOSS.styled(c -> c.setTitle("restyled")).xchart();
        assertThat(chart.getTitle()).isEqualTo("restyled");
        assertThat(LOSS.xchart().getTitle()).isEqualTo("loss");
    }

    @Test
    void stands_beside_other_charts_in_one_picture() throws IOException {
        Rich row = LOSS.beside(LineChart.of("accuracy").line("training", List.of(0.9, 0.95, 0.99)));
        assertThat(picture(row).getWidth()).isEqualTo(1600);
        assertThat(row.bundle().text()).contains("loss\n", "\n\naccuracy\n");
    }

    @Test
    void rejects_two_lines_of_one_name() {
        assertThatThrownBy(() -> LOSS.line("training", List.of(1.0)))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        The lines of a chart need different names.
                        Received: [training, validation, training]
                        Expected: each name once
                        Fix: give each line(..) a name of its own.\
                        """);
    }

    @Test
    void rejects_lines_of_unequal_x_and_y() {
        assertThatThrownBy(() -> new LineChart.Line("a", List.of(1.0), List.of(), false))
                .isInstanceOf(LungoException.class)
                .hasMessageContaining("Received: 1 x, 0 y");
    }

    private static BufferedImage picture(Rich chart) throws IOException {
        Bundle bundle = chart.bundle();
        return ImageIO.read(new ByteArrayInputStream((byte[]) bundle.content().get("image/png")));
    }

    private static long pixels(BufferedImage picture, int colour) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
                .filter(pixel -> (pixel & 0xffffff) == colour)
                .count();
    }
}
