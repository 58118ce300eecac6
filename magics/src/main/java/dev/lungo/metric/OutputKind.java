package dev.lungo.metric;

/** How a row of a model's outputs is to be read. */
public enum OutputKind {
    /** Measurements. */
    NUMBERS,

    /** A probability for each class, of which one is right. */
    CLASSES,

    /** The probability of yes. */
    YES_OR_NO,

    /** A probability for each of several answers that may all be right. */
    SEVERAL
}
