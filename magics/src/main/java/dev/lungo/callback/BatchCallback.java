package dev.lungo.callback;

/** Called after each batch. */
@FunctionalInterface
public interface BatchCallback {
    /** A batch has ended; an exception thrown here ends the training. */
    void batchEnd(Batch batch);
}
