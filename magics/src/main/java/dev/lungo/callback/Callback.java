package dev.lungo.callback;

/** Called after each epoch, validation included. */
@FunctionalInterface
public interface Callback {
    /**
     * An epoch has ended; an exception thrown here ends the training and reaches the caller of
     * {@code fit}.
     */
    void epochEnd(Epoch epoch);
}
