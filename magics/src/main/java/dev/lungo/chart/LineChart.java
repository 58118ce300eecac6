package dev.lungo.chart;

import dev.lungo.LungoException;
import dev.lungo.display.Bundle;
import dev.lungo.display.Rich;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/**
 * Curves over epochs, drawn by XChart.
 *
 * <pre>{@code
 * LineChart.of("loss").line("training", losses).dashed("validation", validationLosses)
 * }</pre>
 *
 * @param title the line above the curves
 * @param x what the horizontal axis counts
 * @param y what the vertical axis measures
 * @param lines the curves, in the order of the legend
 * @param style what to change on XChart's object before it is drawn
 */
public record LineChart(String title, String x, String y, List<Line> lines, Consumer<XYChart> style)
        implements Rich {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    /**
     * One named curve.
     *
     * @param name its name in the legend
     * @param xs where its points lie on the horizontal axis
     * @param ys their heights; NaN leaves a gap
     * @param dashed whether to draw it dashed, as validation curves are
     */
    public record Line(String name, List<Double> xs, List<Double> ys, boolean dashed) {
        public Line {
            if (xs.size() != ys.size()) {
                throw LungoException.badInput(
                        "The line \"" + name + "\" needs one y for each x.",
                        xs.size() + " x, " + ys.size() + " y",
                        "as many of each",
                        "leave the x out to count 1, 2, 3: line(name, ys).");
            }
            xs = List.copyOf(xs);
            ys = List.copyOf(ys);
        }
    }

    public LineChart {
        lines = List.copyOf(lines);
        List<String> names = lines.stream().map(Line::name).toList();
        if (Set.copyOf(names).size() < names.size()) {
            throw LungoException.badInput(
                    "The lines of a chart need different names.",
                    names,
                    "each name once",
                    "give each line(..) a name of its own.");
        }
    }

    /** An empty chart over epochs. */
    public static LineChart of(String title) {
        return new LineChart(title, "epoch", "", List.of(), chart -> {});
    }

    /** A copy with this name at the horizontal axis, {@code epoch} unless set. */
    public LineChart x(String name) {
        return new LineChart(title, name, y, lines, style);
    }

    /** A copy with this name at the vertical axis. */
    public LineChart y(String name) {
        return new LineChart(title, x, name, lines, style);
    }

    /** A copy with one more solid curve, its points at 1, 2, 3 and so on. */
    public LineChart line(String name, List<Double> ys) {
        return with(new Line(name, counting(ys), ys, false));
    }

    /** A copy with one more dashed curve, its points at 1, 2, 3 and so on. */
    public LineChart dashed(String name, List<Double> ys) {
        return with(new Line(name, counting(ys), ys, true));
    }

    /** A copy with one more curve. */
    public LineChart with(Line line) {
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return new LineChart(title, x, y, more, style);
    }

    /** A copy whose XChart object is changed by {@code change} before it is drawn. */
    public LineChart styled(Consumer<XYChart> change) {
        return new LineChart(title, x, y, lines, style.andThen(change));
    }

    /** This chart with others to its right, as one picture. */
    public Rich beside(LineChart... others) {
        List<LineChart> row = new ArrayList<>(List.of(this));
        row.addAll(List.of(others));
        return new ChartRow(row);
    }

    /** This chart as a new object of XChart, to change and draw as you like. */
    public XYChart xchart() {
        return CurvePicture.xchart(this, WIDTH, HEIGHT);
    }

    @Override
    public Bundle bundle() {
        return Bundle.png(CurvePicture.png(List.of(xchart())), WIDTH, HEIGHT, toString());
    }

    @Override
    public String toString() {
        return CurveText.of(this);
    }

    private static List<Double> counting(List<Double> ys) {
        return IntStream.rangeClosed(1, ys.size()).mapToObj(i -> (double) i).toList();
    }
}
