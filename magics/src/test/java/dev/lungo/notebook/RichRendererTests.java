package dev.lungo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the renderer of jupyter-jvm-basekernel, the one that the kernel has. */
class RichRendererTests {
    private static final byte[] PNG = {1, 2, 3};

    private final Renderer renderer = new Renderer();

    @BeforeEach
    void register() {
        RichRenderer.register(renderer);
        LibraryRenderer.register(renderer);
    }

    /** A type of its own, as the chart package has: no lambda, no direct registration. */
    private record Both(Bundle bundle) implements Rich {}

    private final Rich both = new Both(Bundle.svg("<svg/>", "words").with("image/png", PNG));

    @Test
    void shows_every_type_of_a_bundle() {
        DisplayData data = renderer.render(both);
        assertThat(data.getData(MIMEType.TEXT_PLAIN)).isEqualTo("words");
        assertThat(data.getData(MIMEType.IMAGE_SVG)).isEqualTo("<svg/>");
        assertThat(data.getData(MIMEType.IMAGE_PNG)).isEqualTo(PNG);
    }

    @Test
    void shows_only_the_type_that_a_cell_asks_for_and_text() {
        DisplayData data = renderer.renderAs(both, "image/png");
        assertThat(data.getData(MIMEType.IMAGE_PNG)).isEqualTo(PNG);
        assertThat(data.hasDataForType(MIMEType.IMAGE_SVG)).isFalse();
    }

    @Test
    void tells_the_front_end_how_large_a_sharp_picture_is() {
        assertThat(metadata(renderer.render(new Both(Bundle.png(PNG, 640, 360, "words")))))
                .isEqualTo("{\"image/png\":{\"height\":360,\"width\":640}}");
        assertThat(metadata(RichRenderer.data(new Both(Bundle.png(PNG, 640, 360, "words")))))
                .isEqualTo("{\"image/png\":{\"height\":360,\"width\":640}}");
    }

    @Test
    void leaves_types_it_does_not_know_to_a_direct_display() {
        Rich odd = new Both(new Bundle(Map.of("text/plain", "x", "application/x-odd", "y")));
        assertThat(RichRenderer.data(odd).getData(MIMEType.parse("application/x-odd")))
                .isEqualTo("y");
    }

    private static String metadata(DisplayData data) {
        var json = new com.google.gson.Gson().toJsonTree(data).getAsJsonObject();
        var picture = json.getAsJsonObject("metadata").getAsJsonObject("image/png");
        return "{\"image/png\":{\"height\":"
                + picture.get("height")
                + ",\"width\":"
                + picture.get("width")
                + "}}";
    }
}
