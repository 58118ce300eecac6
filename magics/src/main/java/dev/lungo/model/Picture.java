package dev.lungo.model;

import dev.lungo.data.ByteValues;
import dev.lungo.data.Values;
import dev.lungo.tensor.Shape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;

/** A picture of any size and kind as the bytes a model takes. */
final class Picture {
    private Picture() {}

    static Values pixels(BufferedImage picture, Shape input) {
        if (input.rank() != 3 || input.size(2) != 1 && input.size(2) != 3) {
            throw new ModelException(
                    "predict: this model does not take pictures.\nReceived: a picture of %d x %d\nExpected: %s\nFix: begin the model with input(height, width, channels), 1 channel for grey, 3 for colour, and flatten() below it if rows are wanted."
                            .formatted(picture.getHeight(), picture.getWidth(), input));
        }
        int height = input.size(0);
        int width = input.size(1);
        int channels = input.size(2);
        BufferedImage scaled = scaled(picture, width, height);
        byte[] pixels = new byte[input.elements()];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                Color color = new Color(scaled.getRGB(x, y));
                if (channels == 1) {
                    pixels[at++] = (byte) grey(color);
                } else {
                    pixels[at++] = (byte) color.getRed();
                    pixels[at++] = (byte) color.getGreen();
                    pixels[at++] = (byte) color.getBlue();
                }
            }
        }
        return new ByteValues(pixels, 0, 1, input);
    }

    /** The brightness of a colour, weighed as television does: ITU-R BT.601. */
    private static long grey(Color color) {
        return Math.round(
                0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue());
    }

    /** Averages the pixels that fall together; what is transparent becomes black. */
    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = result.createGraphics();
        boolean fits = picture.getWidth() == width && picture.getHeight() == height;
        Image drawn =
                fits
                        ? picture
                        : picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
        canvas.drawImage(drawn, 0, 0, null);
        canvas.dispose();
        return result;
    }
}
