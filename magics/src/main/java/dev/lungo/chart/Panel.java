package dev.lungo.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * One value over the epochs in a training card: training and validation on one axis.
 *
 * @param name the value's name
 * @param training its value after each epoch
 * @param validation the same on validation data, or empty
 * @param now where the current epoch stands, NaN when none is running
 * @param at the current position on the epoch axis
 * @param last the last epoch on the axis
 */
record Panel(
        String name,
        List<Double> training,
        List<Double> validation,
        double now,
        double at,
        int last) {
    private static final double LEFT = 46;
    private static final double TOP = 24;
    private static final double BOTTOM = 34;
    private static final int MOST_MARKERS = 40;

    /** Draws this panel into a picture. */
    void draw(Svg svg, double x, double y, double width, double height) {
        // a single finished epoch stands in the middle
        int end = last == 1 && !training.isEmpty() ? 2 : last;
        var box = new Box(x + LEFT, y + TOP, width - LEFT - 8, height - TOP - BOTTOM, first(), end);
        Scale scale = scale();
        svg.text(
                x,
                y + 12,
                Words.cut(name, width - 180, 13),
                "font-size=13",
                "font-weight=bold",
                "fill=" + Svg.INK);
        legend(svg, x + width - 8, y + 12);
        for (double tick : scale.ticks()) {
            double level = box.y(scale.place(tick));
            svg.path("M" + point(box.x, level) + "h" + Svg.number(box.width), "stroke=" + Svg.GRID);
            svg.text(
                    box.x - 6,
                    level + 4,
                    scale.label(tick),
                    "text-anchor=end",
                    "font-size=11",
                    "fill=" + Svg.MUTED);
        }
        for (int epoch : epochLabels()) {
            svg.text(
                    box.x(epoch),
                    box.y + box.height + 15,
                    String.valueOf(epoch),
                    "text-anchor=middle",
                    "font-size=11",
                    "fill=" + Svg.MUTED);
        }
        svg.text(
                box.x + box.width / 2,
                box.y + box.height + 30,
                "epoch",
                "text-anchor=middle",
                "font-size=11",
                "fill=" + Svg.MUTED);
        curve(svg, box, scale, training, Svg.BLUE, false);
        curve(svg, box, scale, validation, Svg.ORANGE, true);
        if (Double.isFinite(now)) {
            svg.circle(
                    box.x(at),
                    box.y(scale.place(now)),
                    4,
                    "fill=#ffffff",
                    "stroke=" + Svg.BLUE,
                    "stroke-width=2");
        }
    }

    private void legend(Svg svg, double right, double y) {
        double x = right;
        if (!validation.isEmpty()) {
            x = key(svg, x, y, "validation", Svg.ORANGE, true) - 14;
        }
        key(svg, x, y, "training", Svg.BLUE, false);
    }

    private static double key(
            Svg svg, double right, double y, String name, String colour, boolean dashed) {
        double left = right - Words.width(name, 11) - 26;
        stroke(svg, "M" + point(left, y - 4) + "h20", colour, dashed);
        svg.text(left + 25, y, name, "font-size=11", "fill=" + Svg.INK);
        return left;
    }

    private void curve(
            Svg svg, Box box, Scale scale, List<Double> ys, String colour, boolean dashed) {
        var path = new StringBuilder();
        for (int i = 0; i < ys.size(); i++) {
            if (!finite(ys, i)) {
                continue; // a gap
            }
            double x = box.x(i + 1);
            double y = box.y(scale.place(ys.get(i)));
            path.append(finite(ys, i - 1) ? "L" : "M").append(point(x, y));
            boolean alone = !finite(ys, i - 1) && !finite(ys, i + 1);
            if (alone || ys.size() <= MOST_MARKERS) {
                svg.circle(x, y, 2.5, "fill=" + colour);
            }
        }
        if (path.length() > 0) {
            stroke(svg, path.toString(), colour, dashed);
        }
    }

    private static boolean finite(List<Double> ys, int i) {
        return i >= 0 && i < ys.size() && Double.isFinite(ys.get(i));
    }

    private static void stroke(Svg svg, String path, String colour, boolean dashed) {
        svg.path(
                path,
                "fill=none",
                "stroke=" + colour,
                "stroke-width=2",
                "stroke-linejoin=round",
                "stroke-dasharray=" + (dashed ? "6 4" : "none"));
    }

    private static String point(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private Scale scale() {
        return Scale.covering(
                DoubleStream.concat(
                        DoubleStream.of(now),
                        DoubleStream.concat(
                                training.stream().mapToDouble(v -> v),
                                validation.stream().mapToDouble(v -> v))));
    }

    /** The axis begins at epoch 1, or at 0 while the first epoch is on its way there. */
    private int first() {
        return training.isEmpty() || last == 1 ? 0 : 1;
    }

    private List<Integer> epochLabels() {
        int every = last <= 10 ? 1 : (int) Scale.round(last / 10.0);
        List<Integer> labels = new ArrayList<>();
        if (every > 1 && first() == 1) {
            labels.add(1);
        }
        for (int epoch = first() == 0 && every == 1 ? 1 : every; epoch <= last; epoch += every) {
            labels.add(epoch);
        }
        return labels;
    }

    /** The rectangle of the curves. */
    private record Box(double x, double y, double width, double height, int first, int end) {
        double x(double epoch) {
            return x + width * (epoch - first) / (end - first);
        }

        double y(double place) {
            return y + height * (1 - place);
        }
    }
}
