package dev.lungo.layer;

import dev.lungo.LungoException;
import dev.lungo.tensor.Shape;

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

    static Misfit notAPicture(String call, Shape input) {
        return new Misfit(
                "%s needs a picture (height x width x channels), but gets %s."
                        .formatted(call, input),
                "Give the model pictures: begin with input(height, width, channels), and put"
                        + " flatten() only after the last picture layer.");
    }
}
