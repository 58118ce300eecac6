package dev.lungo.layer;

/** A layer that reads a sequence step by step: {@link Lstm}, {@link Gru} or {@link SimpleRnn}. */
public sealed interface Recurrent extends Layer permits Lstm, Gru, SimpleRnn {
    /** How many numbers it remembers. */
    int units();

    /** Whether it gives every step's numbers, or else the last one's. */
    boolean sequences();
}
