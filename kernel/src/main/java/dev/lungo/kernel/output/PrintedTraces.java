package dev.lungo.kernel.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A stream that ends the stack traces that cells print where the cell begins. */
final class PrintedTraces extends PrintStream {
    /** The frame of a cell's own code; all frames below it are the kernel's. */
    private static final Pattern CELL = Pattern.compile("\tat .*\\.do_it\\$\\d*\\(.*");

    private volatile boolean belowCell;

    PrintedTraces(OutputStream bytes) {
        super(bytes, false, StandardCharsets.UTF_8);
    }

    /**
     * Throwable.printStackTrace prints line by line, as objects, and keeps others out meanwhile.
     */
    @Override
    public void println(Object value) {
        boolean frame = value instanceof String line && line.startsWith("\tat ");
        if (!(frame && belowCell)) {
            super.println(value);
        }
        belowCell = frame && (belowCell || CELL.matcher((String) value).matches());
    }
}
