package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;
import java.util.Optional;

/** Messages about layer arguments that several layers share. */
final class Arguments {
    private Arguments() {}

    static void atLeastOne(String name, int value, String call, String example) {
        if (value < 1) {
            throw LungoException.badInput(
                    call + " cannot be made.",
                    name + " " + value,
                    "1 or more",
                    "for example " + example + ".");
        }
    }

    static double positive(String call, double parameter) {
        if (!(parameter > 0 && Double.isFinite(parameter))) {
            throw LungoException.badInput(
                    call + "(" + parameter + ") cannot be used.",
                    parameter,
                    "more than 0",
                    "for example " + call + "(), which takes the usual number.");
        }
        return parameter;
    }

    static void notNegative(String call, double factor) {
        if (!(factor >= 0 && Double.isFinite(factor))) {
            throw LungoException.badInput(
                    call + "(" + factor + ") cannot be used.",
                    factor,
                    "0 or more",
                    "for example " + call + "(0.01).");
        }
    }

    /** A share from which something is left. */
    static void share(String call, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw LungoException.badInput(
                    call + "(" + rate + ") cannot be made.",
                    "rate " + rate,
                    "0 or more, and less than 1",
                    "for example " + call + "(0.2), which drops a fifth.");
        }
    }

    static void epsilon(String call, double epsilon) {
        if (!(epsilon > 0 && Double.isFinite(epsilon))) {
            throw LungoException.badInput(
                    call + ".epsilon(" + epsilon + ") cannot be made.",
                    "epsilon " + epsilon,
                    "more than 0",
                    "for example epsilon(1e-5).");
        }
    }

    /** A name that can stand in the names of weights. */
    static String name(String name) {
        return name("named", name, "hidden");
    }

    /** The same for another call. */
    static String name(String call, String name, String example) {
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw LungoException.badInput(
                    call + "(\"" + name + "\") cannot be used.",
                    "\"" + name + "\"",
                    "a letter, then letters, digits or _",
                    "for example " + call + "(\"" + example + "\").");
        }
        return name;
    }

    /** Whether a mask has one number for each step. */
    static Optional<Misfit> mask(String call, int steps, Shape mask) {
        return mask.equals(Shape.of(steps))
                ? Optional.empty()
                : Optional.of(
                        new Misfit(
                                "%s needs a mask of %d numbers, one for each step, but gets %s."
                                        .formatted(call, steps, mask),
                                "Begin the mask with input(%d).".formatted(steps)));
    }

    /** Refuses all but a picture. */
    static Optional<Misfit> picture(String call, Shape input) {
        return input.rank() == 3 ? Optional.empty() : Optional.of(notAPicture(call, input));
    }

    /** Refuses all but a sequence. */
    static Optional<Misfit> sequence(String call, Shape input) {
        return input.rank() == 2 ? Optional.empty() : Optional.of(notASequence(call, input));
    }

    /** Refuses what has no channels: all but a picture, or a sequence. */
    static Optional<Misfit> channels(String call, Shape input) {
        return input.rank() == 2 ? Optional.empty() : picture(call, input);
    }

    private static Misfit notAPicture(String call, Shape input) {
        return new Misfit(
                "%s needs a picture (height x width x channels), but gets %s."
                        .formatted(call, input),
                "Give the model pictures: begin with input(height, width, channels), and put"
                        + " flatten() only after the last picture layer.");
    }

    private static Misfit notASequence(String call, Shape input) {
        return new Misfit(
                "%s needs a sequence (steps x features), but gets %s.".formatted(call, input),
                input.rank() == 1
                        ? "Begin the model with input(steps, features), or put embedding(words,"
                                + " features) above it."
                        : "Put reshape(steps, features) above it.");
    }
}
