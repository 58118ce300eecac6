package dev.lungo.kernel.output;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What cells print to: stack traces end where the cell begins, and nobody can close it. */
final class CellPrintStream extends PrintStream {
    /** The frame of a cell's own code; all frames below it are the kernel's. */
    private static final Pattern CELL = Pattern.compile("\tat .*\\.do_it\\$\\d*\\(.*");

    private volatile boolean belowCell;

    CellPrintStream(OutputStream bytes) {
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

    /** A closed writer around System.out must not end the output of the cells that follow. */
    @Override
    public void close() {
        flush();
    }
}
