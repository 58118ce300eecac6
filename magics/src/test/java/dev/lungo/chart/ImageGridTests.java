package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ImageGridTests {
    private static final byte[] DIGIT = new byte[28 * 28];

    @Test
    void shows_captions_in_the_picture_and_in_the_text() {
        ImageGrid grid =
                ImageGrid.of(28, 28, 1)
                        .add(DIGIT, "true 4, predicted 9", "p = 0.98")
                        .add(DIGIT, "<&\">");
        assertThat(Pictures.texts(Pictures.svg(grid)))
                .containsExactly("true 4, predicted 9", "p = 0.98", "<&\">");
        assertThat(grid.toString()).isEqualTo("true 4, predicted 9, p = 0.98\n<&\">");
    }

    @Test
    void keeps_the_pixels() throws IOException {
        byte[] grey = {0, 127, (byte) 200, (byte) 255, 10, 20};
        BufferedImage image = image(ImageGrid.of(2, 3, 1).add(grey));
        assertThat(image.getRaster().getPixels(0, 0, 3, 2, (int[]) null))
                .containsExactly(0, 127, 200, 255, 10, 20);
        byte[] colour = {1, 2, 3, (byte) 255, (byte) 254, (byte) 253};
        assertThat(image(ImageGrid.of(1, 2, 3).add(colour)).getRGB(1, 0)).isEqualTo(0xfffffefd);
    }

    @Test
    void shows_digits_three_times_as_large_and_large_pictures_smaller() {
        assertThat(shownWidth(ImageGrid.of(28, 28, 1).add(DIGIT))).isEqualTo("84");
        assertThat(shownWidth(ImageGrid.of(224, 224, 3).add(new byte[224 * 224 * 3])))
                .isEqualTo("168");
    }

    @Test
    void begins_a_new_row_after_its_columns() {
        ImageGrid grid = ImageGrid.of(28, 28, 1).columns(2);
        for (int i = 0; i < 5; i++) {
            grid = grid.add(DIGIT, "picture " + i);
        }
        List<String> tops =
                Pictures.elements(Pictures.svg(grid), "image").stream()
                        .map(image -> image.getAttribute("y"))
                        .distinct()
                        .toList();
        assertThat(tops).hasSize(3);
    }

    @Test
    void makes_room_for_captions_of_different_lengths() {
        ImageGrid grid =
                ImageGrid.of(28, 28, 1)
                        .columns(1)
                        .add(DIGIT, "a caption that is much longer than its picture is wide")
                        .add(DIGIT, "short");
        Document picture = Pictures.svg(grid);
        assertThat(Pictures.texts(picture))
                .containsExactly(
                        "a caption that is much", "longer than its picture", "is wide", "short");
        double lastCaption = y(Pictures.elements(picture, "text").get(2));
        assertThat(y(Pictures.elements(picture, "image").get(1))).isGreaterThan(lastCaption);
    }

    @Test
    void says_when_there_are_no_pictures() {
        assertThat(Pictures.texts(Pictures.svg(ImageGrid.of(28, 28, 1))))
                .containsExactly("no pictures");
        assertThat(ImageGrid.of(28, 28, 1)).hasToString("no pictures");
    }

    @Test
    void rejects_pictures_of_another_size() {
        assertThatThrownBy(() -> ImageGrid.of(28, 28, 3).add(DIGIT))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        This picture does not have the size of its grid.
                        Received: 784 bytes
                        Expected: 2,352 bytes, for 28 x 28 x 3
                        Fix: make a grid of the picture's own size with ImageGrid.of(..).\
                        """);
    }

    @Test
    void rejects_two_channels_and_no_columns() {
        assertThatThrownBy(() -> ImageGrid.of(28, 28, 2))
                .isInstanceOf(LungoException.class)
                .hasMessageContaining("Received: 28 x 28 x 2");
        assertThatThrownBy(() -> ImageGrid.of(28, 28, 1).columns(0))
                .isInstanceOf(LungoException.class)
                .hasMessageContaining("Received: 0");
    }

    private static BufferedImage image(ImageGrid grid) throws IOException {
        String link = Pictures.elements(Pictures.svg(grid), "image").get(0).getAttribute("href");
        byte[] png = Base64.getDecoder().decode(link.substring(link.indexOf(',') + 1));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static String shownWidth(ImageGrid grid) {
        return Pictures.elements(Pictures.svg(grid), "image").get(0).getAttribute("width");
    }

    private static double y(Element element) {
        return Double.parseDouble(element.getAttribute("y"));
    }
}
