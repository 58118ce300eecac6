package dev.lungo.chart;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** An image grid as one SVG that holds its pictures, so that no viewer loses the captions. */
final class GridPicture {
    private static final double MARGIN = 16;
    private static final double GAP = 14;
    private static final double LINE = 15;
    private static final double SMALL = 84;
    private static final double LARGE = 168;
    private static final double WIDEST_CAPTION = 170;

    private final ImageGrid grid;
    private final double scale;
    private final double tileWidth;

    private GridPicture(ImageGrid grid) {
        this.grid = grid;
        this.scale = scale(Math.max(grid.height(), grid.width()));
        double caption =
                grid.tiles().stream()
                        .flatMap(tile -> tile.caption().stream())
                        .mapToDouble(line -> Words.width(line, 12))
                        .max()
                        .orElse(0);
        this.tileWidth = Math.max(grid.width() * scale, Math.min(WIDEST_CAPTION, caption));
    }

    static String of(ImageGrid grid) {
        return new GridPicture(grid).draw();
    }

    /** Whole multiples for small pictures, so that each pixel stays a square. */
    private static double scale(int longer) {
        return longer <= SMALL ? Math.round(SMALL / longer) : Math.min(1, LARGE / longer);
    }

    private String draw() {
        if (grid.tiles().isEmpty()) {
            return new Svg(120, 40, "no pictures").text(MARGIN, 25, "no pictures").end();
        }
        int columns = Math.min(grid.columns(), grid.tiles().size());
        double width = 2 * MARGIN + columns * (tileWidth + GAP) - GAP;
        List<List<ImageGrid.Tile>> rows =
                Stream.iterate(0, i -> i < grid.tiles().size(), i -> i + columns)
                        .map(
                                i ->
                                        grid.tiles()
                                                .subList(
                                                        i,
                                                        Math.min(i + columns, grid.tiles().size())))
                        .toList();
        double height = 2 * MARGIN - GAP + rows.stream().mapToDouble(this::height).sum();
        var svg = new Svg(width, height, grid.tiles().size() + " pictures");
        double y = MARGIN;
        for (List<ImageGrid.Tile> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                tile(svg, MARGIN + i * (tileWidth + GAP), y, row.get(i));
            }
            y += height(row);
        }
        return svg.end();
    }

    private double height(List<ImageGrid.Tile> row) {
        int lines = row.stream().mapToInt(tile -> caption(tile).size()).max().orElse(0);
        return grid.height() * scale + lines * LINE + 4 + GAP;
    }

    private List<String> caption(ImageGrid.Tile tile) {
        return tile.caption().stream()
                .flatMap(line -> Words.wrap(line, tileWidth + 2, 12).stream())
                .toList();
    }

    private void tile(Svg svg, double x, double y, ImageGrid.Tile tile) {
        double width = grid.width() * scale;
        svg.image(x + (tileWidth - width) / 2, y, width, grid.height() * scale, png(tile));
        double base = y + grid.height() * scale + LINE;
        for (String line : caption(tile)) {
            svg.text(x + tileWidth / 2, base, line, "text-anchor=middle", "fill=" + Svg.INK);
            base += LINE;
        }
    }

    private String png(ImageGrid.Tile tile) {
        int channels = grid.channels();
        int type = channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        var image = new BufferedImage(grid.width(), grid.height(), type);
        int[] values = new int[tile.pixels().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = tile.pixels()[i] & 0xff;
        }
        image.getRaster().setPixels(0, 0, grid.width(), grid.height(), values);
        return "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(CurvePicture.png(image));
    }
}
