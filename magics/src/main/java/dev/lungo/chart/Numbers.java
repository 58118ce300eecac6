package dev.lungo.chart;

import java.util.Locale;

/** Writes numbers the same way in every picture and text, whatever the machine's language. */
final class Numbers {
    private Numbers() {}

    /** A loss or a metric: four decimals, or scientific where those would say nothing. */
    static String metric(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= 1e-3 && size < 1e5);
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.4e", value);
    }

    /** A whole number with a comma after each thousand. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A time for people: {@code 20 ms}, {@code 0.4 s}, {@code 2 min 5 s}, {@code 1 h 20 min}. */
    static String seconds(double seconds) {
        if (seconds >= 0.0005 && seconds < 0.0995) {
            return Math.round(seconds * 1000) + " ms";
        }
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min " + whole % 60 + " s";
        }
        return whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
