package dev.lungo.tensor;

import java.util.Locale;

/** Numbers as a tensor shows them. */
final class Numbers {
    private Numbers() {}

    /**
     * Four digits behind the point at most, or with an exponent where that would hide the value.
     */
    static String text(float value) {
        if (!Float.isFinite(value)) {
            return Float.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf";
        }
        float size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e6)) {
            return String.format(Locale.ROOT, "%.4e", value);
        }
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceFirst("0+$", "").replaceFirst("\\.$", ".0");
    }
}
