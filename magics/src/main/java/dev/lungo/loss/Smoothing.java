package dev.lungo.loss;

import dev.lungo.LungoException;

/** The share by which a cross-entropy softens its targets. */
final class Smoothing {
    private Smoothing() {}

    static void check(String loss, double share) {
        if (!(share >= 0 && share < 1)) {
            throw LungoException.badInput(
                    loss + ".labelSmoothing(...) needs a share.",
                    share,
                    "0 or more, and less than 1",
                    "for example .labelSmoothing(0.1).");
        }
    }

    static String written(double share) {
        return share == 0 ? "" : ".labelSmoothing(" + share + ")";
    }
}
