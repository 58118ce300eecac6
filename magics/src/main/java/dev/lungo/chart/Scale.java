package dev.lungo.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An axis that begins and ends at round numbers.
 *
 * @param from the number at its beginning
 * @param step the distance between two labels
 * @param steps how many such distances it spans
 */
record Scale(double from, double step, int steps) {
    private static final int WANTED_STEPS = 4;

    /** An axis that holds all finite values; 0 to 1 when there is none. */
    static Scale covering(DoubleStream values) {
        var range = values.filter(Double::isFinite).summaryStatistics();
        if (range.getCount() == 0) {
            return new Scale(0, 0.2, 5);
        }
        double low = range.getMin();
        double high = range.getMax();
        // equal values, or too near for a double to count between, need room around them
        double room = Math.max(Math.abs(low), Math.abs(high)) * 1e-6;
        if (high - low <= room) {
            double around = low == 0 ? 0.5 : Math.abs(low) * 0.1;
            low -= around;
            high += around;
        }
        double step = round(high / WANTED_STEPS - low / WANTED_STEPS);
        double from = Math.floor(low / step + 1e-9) * step;
        return new Scale(from, step, (int) Math.ceil(high / step - from / step - 1e-9));
    }

    /** Where {@code value} lies, from 0 at the beginning to 1 at the end. */
    double place(double value) {
        return (value / step - from / step) / steps;
    }

    /** The numbers to label. */
    List<Double> ticks() {
        return IntStream.rangeClosed(0, steps).mapToObj(i -> from + i * step).toList();
    }

    /** A label with as many decimals as the distance between labels needs. */
    String label(double tick) {
        double largest = Math.max(Math.abs(from), Math.abs(from + steps * step));
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        if (largest >= 1e5 || digits > 4) {
            return tick == 0 ? "0" : String.format(Locale.ROOT, "%.1e", tick);
        }
        return String.format(Locale.ROOT, "%." + digits + "f", tick == 0 ? 0 : tick);
    }

    /** The next larger of 1, 2 and 5, times a power of ten. */
    static double round(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double digit = raw / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
