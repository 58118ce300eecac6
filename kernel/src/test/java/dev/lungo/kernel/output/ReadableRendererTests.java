package dev.lungo.kernel.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReadableRendererTests {
    private final ReadableRenderer renderer = new ReadableRenderer();

    private Object text(Object value) {
        return renderer.render(value).getData(MIMEType.TEXT_PLAIN);
    }

    @Test
    void shows_the_elements_of_arrays_and_collections() {
        assertThat(text(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(text(new double[][] {{1}, {2, 3}})).isEqualTo("[[1.0], [2.0, 3.0]]");
        assertThat(text(new String[0])).isEqualTo("[]");
        assertThat(text(List.of("a", "b"))).isEqualTo("[a, b]");
        assertThat(text(Map.of("a", 1))).isEqualTo("{a=1}");
    }

    @Test
    void survives_a_value_whose_to_string_fails() {
        var broken =
                new Object() {
                    @Override
                    public String toString() {
                        throw new StackOverflowError();
                    }
                };
        assertThat(text(broken))
                .asString()
                .startsWith(broken.getClass().getName() + ", whose toString() failed with")
                .contains("StackOverflowError");
    }

    @Test
    void says_that_a_registered_renderer_failed() {
        renderer.createRegistration(Thread.State.class)
                .preferring(MIMEType.TEXT_HTML)
                .register(
                        (state, context) -> {
                            throw new IllegalStateException("no picture");
                        });
        assertThat(text(Thread.State.NEW))
                .isEqualTo("NEW\n(rendering failed: java.lang.IllegalStateException: no picture)");
    }

    @Test
    void shows_text_as_the_type_asked_for() {
        var display = renderer.renderAs("<b>bold</b>", "text/html");
        assertThat(display.getData(MIMEType.TEXT_HTML)).isEqualTo("<b>bold</b>");
        assertThat(renderer.render("plain").hasDataForType(MIMEType.TEXT_HTML)).isFalse();
    }

    @Test
    void passes_on_display_data_as_it_is() {
        var ready = new DisplayData("text");
        assertThat(renderer.render(ready)).isSameAs(ready);
    }

    @Test
    void shows_images_as_png() throws IOException {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        var bundle = MimeBundle.of(renderer.render(image));
        var png = bundle.getAsJsonObject("data").get("image/png").getAsString();
        var read = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        assertThat(List.of(read.getWidth(), read.getHeight())).containsExactly(3, 2);
    }
}
