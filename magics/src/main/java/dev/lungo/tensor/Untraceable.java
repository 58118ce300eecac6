package dev.lungo.tensor;

/** A lambda that asks for numbers while it is being followed, when there are none yet. */
public final class Untraceable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What it does that cannot be followed, for example {@code reads values}. */
    Untraceable(String reason) {
        super(reason, null, false, false);
    }
}
