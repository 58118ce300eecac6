package dev.lungo.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sends the kernel's own warnings to the terminal, one line each, never into a notebook. */
final class KernelLog extends Handler {
    /** Held, because java.util.logging forgets the settings of a logger that nobody holds. */
    private static final Logger LOGGER = Logger.getLogger(KernelLog.class.getPackageName());

    private final PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.err));

    private KernelLog() {
        setFormatter(new OneLine());
        setLevel(Level.WARNING);
    }

    static void toTerminal() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(new KernelLog());
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)) {
            terminal.println(getFormatter().format(entry));
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(terminal);
            }
        }
    }

    @Override
    public void flush() {
        terminal.flush();
    }

    @Override
    public void close() {
        terminal.flush();
    }

    private static final class OneLine extends Formatter {
        @Override
        public String format(LogRecord entry) {
            return "lungo: " + formatMessage(entry);
        }
    }
}
