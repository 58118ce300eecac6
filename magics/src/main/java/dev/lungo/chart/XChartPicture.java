package dev.lungo.chart;

import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * Any chart of XChart as a sharp picture of the size it asks for.
 *
 * @param chart XChart's own object
 */
public record XChartPicture(IChart chart) implements Rich {
    @Override
    public Bundle bundle() {
        Fonts.require();
        byte[] png = CurvePicture.png(List.of(chart));
        return Bundle.png(png, chart.getWidth(), chart.getHeight(), toString());
    }

    @Override
    public String toString() {
        String title = chart.getTitle();
        return chart.getClass().getSimpleName() + (title.isEmpty() ? "" : ": " + title);
    }
}
