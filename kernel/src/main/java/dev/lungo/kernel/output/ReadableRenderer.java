package dev.lungo.kernel.output;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.common.Text;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The notebook's renderer: arrays can be read, images are seen, and no value breaks it.
 *
 * <p>Ready display data is passed on as it is. Where a registered renderer fails, the text says so.
 */
public final class ReadableRenderer extends Renderer {
    /** A renderer that knows images, and text that is asked to be HTML or the like. */
    public ReadableRenderer() {
        Text.registerAll(this);
        createRegistration(Object.class)
                .preferring(MIMEType.TEXT_PLAIN)
                .register(
                        (value, context) ->
                                context.renderIfRequested(
                                        MIMEType.TEXT_PLAIN, () -> ReadableText.of(value)));
        createRegistration(BufferedImage.class)
                .preferring(MIMEType.IMAGE_PNG)
                .register(
                        (image, context) -> {
                            context.renderIfRequested(MIMEType.IMAGE_PNG, () -> png(image));
                            context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> size(image));
                        });
    }

    @Override
    public DisplayData render(Object value, Map<String, Object> params) {
        return readable(value, text -> super.render(text, params));
    }

    @Override
    public DisplayData renderAs(Object value, Map<String, Object> params, String... types) {
        return readable(value, text -> super.renderAs(text, params, types));
    }

    private interface Rendering {
        DisplayData of(Object value);
    }

    private static DisplayData readable(Object value, Rendering rendering) {
        if (value instanceof DisplayData ready) {
            return ready;
        }
        if (value == null) {
            return new DisplayData("null");
        }
        try {
            var display = rendering.of(value);
            if (value instanceof CharSequence text) {
                display.putText(ReadableText.shortened(text));
            } else if (value.getClass().isArray() && isBare(value, display)) {
                display.putText(ReadableText.of(value));
            }
            return display;
        } catch (Throwable failed) {
            var text = ReadableText.of(value);
            return new DisplayData(text + "\n(rendering failed: " + ReadableText.of(failed) + ")");
        }
    }

    /** Whether a registered renderer left the text to the array itself. */
    private static boolean isBare(Object array, DisplayData display) {
        return String.valueOf(array).equals(display.getData(MIMEType.TEXT_PLAIN));
    }

    private static String size(BufferedImage image) {
        return "image of %d x %d pixels".formatted(image.getWidth(), image.getHeight());
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
