package dev.lungo.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A line chart as text: each curve in small, with its first, last, lowest and highest value. */
final class CurveText {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";
    private static final int MOST_BARS = 40;

    private CurveText() {}

    static String of(LineChart chart) {
        int names = chart.lines().stream().mapToInt(l -> Words.columns(l.name())).max().orElse(0);
        List<String> lines = new ArrayList<>(List.of(chart.title()));
        for (LineChart.Line line : chart.lines()) {
            lines.add(Words.pad(line.name(), names, false) + "  " + summary(line.ys()));
        }
        return String.join("\n", lines);
    }

    private static String summary(List<Double> ys) {
        if (ys.isEmpty()) {
            return "no values";
        }
        var range = ys.stream().filter(Double::isFinite).mapToDouble(y -> y).summaryStatistics();
        boolean any = range.getCount() > 0;
        return sparkline(ys, range.getMin(), range.getMax())
                + "  first "
                + Numbers.metric(ys.get(0))
                + ", last "
                + Numbers.metric(ys.get(ys.size() - 1))
                + ", lowest "
                + Numbers.metric(any ? range.getMin() : Double.NaN)
                + ", highest "
                + Numbers.metric(any ? range.getMax() : Double.NaN);
    }

    /** One bar a value, or a value now and then of a long curve; a blank where there is none. */
    private static String sparkline(List<Double> ys, double low, double high) {
        int bars = Math.min(MOST_BARS, ys.size());
        return IntStream.range(0, bars)
                .mapToObj(i -> ys.get(bars == 1 ? 0 : i * (ys.size() - 1) / (bars - 1)))
                .map(y -> level(y, low, high))
                .collect(Collectors.joining());
    }

    private static String level(double y, double low, double high) {
        if (!Double.isFinite(y)) {
            return " ";
        }
        double place = high > low ? (y - low) / (high - low) : 0.5;
        return String.valueOf(LEVELS.charAt((int) Math.round(place * (LEVELS.length() - 1))));
    }
}
