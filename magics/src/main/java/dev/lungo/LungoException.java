package dev.lungo;

import java.util.Arrays;

/**
 * What went wrong, in the reader's own terms, and how to put it right.
 *
 * <p>The message is the product: what failed and where, what was received, what was expected, how
 * to fix it. The stack trace begins at the reader's own code, so that a notebook or terminal does
 * not bury the message under frames of this library.
 *
 * <pre>{@code
 * take(70000) asks for more examples than there are.
 * Received: 70,000
 * Expected: 1 to 60,000
 * Fix: take fewer examples, or leave take out to use all of them.
 * }</pre>
 */
public class LungoException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** An exception whose message says everything there is to know. */
    public LungoException(String message) {
        super(message);
        super.setStackTrace(fromUserCode(super.getStackTrace()));
    }

    /** The usual four lines: what failed, received, expected, fix. */
    public static LungoException badInput(
            String what, Object received, Object expected, String fix) {
        return new LungoException(
                what + "\nReceived: " + received + "\nExpected: " + expected + "\nFix: " + fix);
    }

    /** The same message, beginning with the part of the reader's code that it is about. */
    public LungoException in(String part) {
        LungoException told = new LungoException(part + ": " + getMessage());
        told.setStackTrace(getStackTrace());
        return told;
    }

    /** This exception with its cause, and with the place in the reader's code where that was. */
    public LungoException causedBy(Throwable cause) {
        initCause(cause);
        setStackTrace(fromUserCode(cause.getStackTrace()));
        return this;
    }

    /** The frames from the first that is neither this library's nor the JDK's, else all of them. */
    private static StackTraceElement[] fromUserCode(StackTraceElement[] frames) {
        for (int first = 0; first < frames.length; first++) {
            String name = frames[first].getClassName();
            if (!name.matches("(dev\\.lungo|java|javax|jdk|sun)\\..*")) {
                return Arrays.copyOfRange(frames, first, frames.length);
            }
        }
        return frames;
    }
}
