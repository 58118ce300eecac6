package dev.lungo.data;

import java.io.IOException;

/** The cache folder could not be written, so that no other source would do better. */
final class DiskException extends IOException {
    private static final long serialVersionUID = 1;

    DiskException(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether there is no room, in the words of Linux, macOS or Windows. */
    boolean full() {
        return String.valueOf(getMessage())
                .matches("(?is).*(no space left|not enough space|quota exceeded).*");
    }
}
