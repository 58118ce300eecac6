package dev.lungo.optim;

import dev.lungo.LungoException;

/** Messages about settings that several optimizers and schedules share. */
final class Rates {
    private Rates() {}

    /** A learning rate above 0. */
    static double learningRate(String what, double rate, double usual) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw LungoException.badInput(
                    what + " cannot learn at this rate.",
                    rate,
                    "a number above 0",
                    "Keras' default is " + what + "(" + usual + ").");
        }
        return rate;
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

    /** A number above 0 that keeps a division safe. */
    static void epsilon(String optimizer, double value) {
        if (!(value > 0)) {
            throw LungoException.badInput(
                    optimizer + " cannot divide safely with this epsilon.",
                    "epsilon " + value,
                    "a number above 0",
                    "Keras' default is 1.0E-7.");
        }
    }

    /** The rate and the length of a schedule. */
    static void schedule(String written, double rate, int steps) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw LungoException.badInput(
                    written + " cannot be a learning rate.",
                    "rate " + rate,
                    "a number above 0",
                    "usual rates are 0.1 to 0.0001.");
        }
        if (steps < 1) {
            throw LungoException.badInput(
                    written + " cannot be a learning rate.",
                    "steps " + steps,
                    "1 or more",
                    "a step is one batch: an epoch has examples / batchSize of them.");
        }
    }

    /** What a rate is multiplied with to become smaller. */
    static void factor(String written, double factor) {
        if (!(factor > 0 && factor <= 1)) {
            throw LungoException.badInput(
                    written + " cannot make a rate smaller.",
                    "factor " + factor,
                    "more than 0, and at most 1",
                    "a usual value is 0.5.");
        }
    }
}
