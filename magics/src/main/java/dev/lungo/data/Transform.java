package dev.lungo.data;

import dev.lungo.LungoException;

/**
 * What a stored number becomes before the model sees it: {@code (x * scale - mean) / std}.
 *
 * <pre>{@code
 * Transform.unit()                      // 0..1
 * Transform.normalize(0.1307, 0.3081)   // 0..1, then mean 0.1307, std 0.3081
 * }</pre>
 *
 * @param scale what each number is multiplied with first
 * @param mean what is taken away next
 * @param std what the rest is divided by, greater than 0
 */
public record Transform(double scale, double mean, double std) {
    private static final double UNIT = 1 / 255.0;

    public Transform {
        if (!(std > 0) || Double.isInfinite(std)) {
            throw LungoException.badInput(
                    "normalize(mean, std) cannot divide by this std.",
                    "std " + std,
                    "a number greater than 0",
                    "pass the standard deviation of the training pixels, scaled to 0..1.");
        }
        if (!Double.isFinite(mean) || !Double.isFinite(scale)) {
            throw LungoException.badInput(
                    "normalize(mean, std) cannot use this mean.",
                    "mean " + mean,
                    "a finite number",
                    "pass the mean of the training pixels, scaled to 0..1.");
        }
    }

    /** Bytes become 0..1: the default for images. */
    public static Transform unit() {
        return new Transform(UNIT, 0, 1);
    }

    /** Numbers stay as they are stored. */
    public static Transform raw() {
        return new Transform(1, 0, 1);
    }

    /** What these become where nobody chose: pixels 0..1, other numbers as they are. */
    public static Transform usual(Values inputs) {
        return inputs instanceof ByteValues ? unit() : raw();
    }

    /** Bytes become 0..1, then {@code (x - mean) / std}, as in PyTorch's Normalize. */
    public static Transform normalize(double mean, double std) {
        return new Transform(UNIT, mean, std);
    }

    /** The value the model sees for a stored number. */
    public float apply(float stored) {
        return (float) ((stored * scale - mean) / std);
    }

    @Override
    public String toString() {
        String scaled = scale == UNIT ? "0..1" : scale == 1 ? "raw 0..255" : "times " + scale;
        return mean == 0 && std == 1 ? scaled : scaled + ", then mean " + mean + ", std " + std;
    }
}
