package dev.lungo.metric;

import dev.lungo.data.Targets;

/** A metric while it is being measured, batch by batch. */
public interface Tally {
    /** Takes in what came out for some examples, and what should have come out. */
    void add(Outputs outputs, Targets targets);

    /** The value over all examples so far; not a number before the first. */
    double value();
}
