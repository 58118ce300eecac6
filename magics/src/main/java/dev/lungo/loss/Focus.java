package dev.lungo.loss;

import dev.lungo.LungoException;

/** How much less a focal loss counts what a model finds easy. */
final class Focus {
    private Focus() {}

    static void check(String loss, double gamma) {
        if (!(gamma >= 0 && Double.isFinite(gamma))) {
            throw LungoException.badInput(
                    loss + ".gamma(...) needs a power.",
                    gamma,
                    "0 or more",
                    "for example .gamma(2).");
        }
    }

    static String written(double gamma) {
        return gamma == 2 ? "" : ".gamma(" + gamma + ")";
    }
}
