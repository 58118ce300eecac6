package dev.lungo.kernel.wire;

/** What arrived is no message for this kernel; the text says why, to end a sentence. */
final class BadMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadMessageException(String reason) {
        super(reason);
    }
}
