package dev.lungo.graph;

/** What a recurrent layer gives of what it remembers. */
public enum Gives {
    /** The last step's numbers. */
    LAST,
    /** Every step's numbers. */
    STEPS,
    /** All from which another layer can go on: of lstm its numbers and its cells below. */
    STATE
}
