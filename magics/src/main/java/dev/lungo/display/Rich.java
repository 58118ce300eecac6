package dev.lungo.display;

/** A value that knows how it looks, in pictures and in text. */
public interface Rich {
    /** The looks of this value at this moment. */
    Bundle bundle();
}
