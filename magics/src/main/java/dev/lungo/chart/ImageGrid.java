package dev.lungo.chart;

import dev.lungo.LungoException;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pictures side by side, each with a caption.
 *
 * <pre>{@code
 * ImageGrid.of(28, 28, 1).add(pixels, "true 4, predicted 9", "p = 0.98")
 * }</pre>
 */
public final class ImageGrid implements Rich {
    private final int height;
    private final int width;
    private final int channels;
    private final int columns;
    private final List<Tile> tiles;

    /** One picture as it came, row by row, and the lines below it. */
    record Tile(byte[] pixels, List<String> caption) {}

    private ImageGrid(int height, int width, int channels, int columns, List<Tile> tiles) {
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.columns = columns;
        this.tiles = tiles;
    }

    /**
     * An empty grid for pictures of one size.
     *
     * @param height pixels from top to bottom
     * @param width pixels from left to right
     * @param channels 1 for grey, 3 for red, green, blue
     */
    public static ImageGrid of(int height, int width, int channels) {
        if (height < 1 || width < 1 || (channels != 1 && channels != 3)) {
            throw LungoException.badInput(
                    "An image grid shows grey or colour pictures.",
                    height + " x " + width + " x " + channels,
                    "height and width of 1 or more, and 1 channel (grey) or 3 (red, green, blue)",
                    "use ImageGrid.of(28, 28, 1) for MNIST.");
        }
        return new ImageGrid(height, width, channels, 5, List.of());
    }

    /** A copy with this many pictures in a row, 5 unless set. */
    public ImageGrid columns(int columns) {
        if (columns < 1) {
            throw LungoException.badInput(
                    "columns(n) sets how many pictures stand in a row.",
                    columns,
                    "1 or more",
                    "use columns(5).");
        }
        return new ImageGrid(height, width, channels, columns, tiles);
    }

    /**
     * A copy with one more picture.
     *
     * @param pixels one unsigned byte a pixel and channel, row by row, channels last
     * @param caption the lines below the picture
     */
    public ImageGrid add(byte[] pixels, String... caption) {
        if (pixels.length != height * width * channels) {
            throw LungoException.badInput(
                    "This picture does not have the size of its grid.",
                    Numbers.count(pixels.length) + " bytes",
                    Numbers.count((long) height * width * channels)
                            + " bytes, for "
                            + height
                            + " x "
                            + width
                            + " x "
                            + channels,
                    "make a grid of the picture's own size with ImageGrid.of(..).");
        }
        List<Tile> more = new ArrayList<>(tiles);
        more.add(new Tile(pixels.clone(), Arrays.asList(caption.clone())));
        return new ImageGrid(height, width, channels, columns, List.copyOf(more));
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    int channels() {
        return channels;
    }

    int columns() {
        return columns;
    }

    List<Tile> tiles() {
        return tiles;
    }

    @Override
    public Bundle bundle() {
        return Bundle.svg(GridPicture.of(this), toString());
    }

    @Override
    public String toString() {
        if (tiles.isEmpty()) {
            return "no pictures";
        }
        return tiles.stream()
                .map(tile -> String.join(", ", tile.caption()))
                .collect(Collectors.joining("\n"));
    }
}
