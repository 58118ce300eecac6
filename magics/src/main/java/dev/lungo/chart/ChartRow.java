package dev.lungo.chart;

import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;

/** Charts side by side as one picture, as a history shows its loss and its accuracy. */
record ChartRow(List<LineChart> charts) implements Rich {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    ChartRow {
        charts = List.copyOf(charts);
    }

    @Override
    public Bundle bundle() {
        List<XYChart> drawn =
                charts.stream().map(chart -> CurvePicture.xchart(chart, WIDTH, HEIGHT)).toList();
        return Bundle.png(CurvePicture.png(drawn), WIDTH * drawn.size(), HEIGHT, toString());
    }

    @Override
    public String toString() {
        return charts.stream().map(CurveText::of).collect(Collectors.joining("\n\n"));
    }
}
