package dev.lungo.engine;

/** Float32 values inside an engine, freed when nothing in Java refers to them any more. */
public interface Held {
    /** The values, row by row, copied out. */
    float[] values();

    /** Whether gradients flow through to a variable. */
    boolean learns();
}
