package dev.lungo.store;

/** A part of a model that is code of the user's own, of which a file holds no more than a name. */
public interface OwnCode {
    /** How it is written, by which a file knows it: {@code layer("swish", ...)}. */
    String written();
}
