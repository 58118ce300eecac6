package dev.lungo.kernel.magic;

/** A magic could not do its work; the message is for the user and complete. */
public final class MagicException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Fails with what went wrong and how to fix it. */
    public MagicException(String message) {
        super(message);
    }
}
