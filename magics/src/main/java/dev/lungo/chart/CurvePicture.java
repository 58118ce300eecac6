package dev.lungo.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Line charts as XChart draws them, and as PNG. */
final class CurvePicture {
    private static final int SHARPNESS = 2;
    private static final int MOST_MARKERS = 40;

    /** Colours that people with any kind of colour blindness tell apart (Okabe and Ito). */
    private static final List<Color> COLOURS =
            List.of(
                    Color.decode(Svg.BLUE),
                    Color.decode(Svg.ORANGE),
                    new Color(0x009e73),
                    new Color(0xcc79a7),
                    new Color(0xe69f00),
                    new Color(0x56b4e9));

    private CurvePicture() {}

    /** XChart's object for a chart, ready to draw. */
    static XYChart xchart(LineChart chart, int width, int height) {
        Fonts.require();
        XYChart drawn =
                new XYChartBuilder()
                        .width(width)
                        .height(height)
                        .title(chart.title())
                        .xAxisTitle(chart.x())
                        .yAxisTitle(chart.y())
                        .build();
        style(drawn);
        Scale scale =
                Scale.covering(
                        chart.lines().stream()
                                .flatMap(line -> line.ys().stream())
                                .mapToDouble(y -> y));
        drawn.getStyler()
                .setYAxisMin(scale.from())
                .setYAxisMax(scale.from() + scale.steps() * scale.step())
                .setYAxisTickLabelsFormattingFunction(scale::label);
        for (int i = 0; i < chart.lines().size(); i++) {
            LineChart.Line line = chart.lines().get(i);
            if (!line.ys().isEmpty()) { // XChart refuses a line without points
                add(drawn, line, COLOURS.get(i % COLOURS.size()));
            }
        }
        chart.style().accept(drawn);
        return drawn;
    }

    /** Charts of one size from left to right as PNG, with two pixels for one on the page. */
    static byte[] png(List<? extends IChart> charts) {
        int width = charts.stream().mapToInt(IChart::getWidth).sum();
        int height = charts.stream().mapToInt(IChart::getHeight).max().orElseThrow();
        var image =
                new BufferedImage(
                        width * SHARPNESS, height * SHARPNESS, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(SHARPNESS, SHARPNESS);
        for (IChart chart : charts) {
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
            graphics.translate(chart.getWidth(), 0);
        }
        graphics.dispose();
        return png(image);
    }

    static byte[] png(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void style(XYChart chart) {
        Color ink = Color.decode(Svg.INK);
        Color muted = Color.decode(Svg.MUTED);
        var styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(ink)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15))
                .setChartTitleBoxVisible(false)
                .setChartPadding(12)
                .setPlotBorderVisible(false)
                .setLegendPosition(LegendPosition.OutsideS)
                .setLegendLayout(LegendLayout.Horizontal)
                .setLegendBorderColor(Color.WHITE)
                .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setMarkerSize(6);
        styler.setPlotGridVerticalLinesVisible(false)
                .setPlotGridLinesColor(Color.decode(Svg.GRID))
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setAxisTicksMarksVisible(false)
                .setAxisTicksLineVisible(false)
                .setAxisTickLabelsColor(muted)
                .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                .setXAxisTickLabelsFormattingFunction(CurvePicture::whole);
    }

    /** Epochs are whole: between them there is nothing to label. */
    private static String whole(double x) {
        return x == Math.rint(x) ? String.valueOf((long) x) : "";
    }

    private static void add(XYChart chart, LineChart.Line line, Color colour) {
        double[] ys =
                line.ys().stream().mapToDouble(y -> Double.isFinite(y) ? y : Double.NaN).toArray();
        double[] xs = line.xs().stream().mapToDouble(x -> x).toArray();
        XYSeries series = chart.addSeries(line.name(), xs, ys);
        series.setLineColor(colour);
        series.setMarkerColor(colour);
        series.setMarker(ys.length <= MOST_MARKERS ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setLineStyle(
                line.dashed()
                        ? new BasicStroke(
                                2,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {7, 4},
                                0)
                        : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    }
}
