package dev.lungo.layer;

/** A layer that reads a sequence step by step: {@link Lstm} or {@link Gru}. */
public sealed interface Recurrent extends Layer permits Lstm, Gru {
    /** How many numbers it remembers. */
    int units();

    /** Whether it gives every step's numbers, or else the last one's. */
    boolean sequences();
}
