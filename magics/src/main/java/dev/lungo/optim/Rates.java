package dev.lungo.optim;

import dev.lungo.LungoException;

/** Messages about optimizer settings that several optimizers share. */
final class Rates {
    private Rates() {}

    /** A learning rate above 0. */
    static void learningRate(String optimizer, double rate, double usual) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw LungoException.badInput(
                    optimizer + " cannot learn at this rate.",
                    rate,
                    "a number above 0",
                    "Keras' default is " + optimizer + "(" + usual + ").");
        }
    }

    /** A share from 0 up to, but not including, 1. */
    static void share(String optimizer, String name, double value, double usual) {
        if (!(value >= 0 && value < 1)) {
            throw LungoException.badInput(
                    optimizer + " cannot use this " + name + ".",
                    name + " " + value,
                    "0 or more, and less than 1",
                    "a usual value is " + usual + ".");
        }
    }
}
