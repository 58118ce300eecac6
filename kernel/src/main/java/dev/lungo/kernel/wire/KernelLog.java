package dev.lungo.kernel.wire;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/**
 * Sends the kernel's own warnings to the terminal, one line each, never into a notebook.
 *
 * <p>Not by java.util.logging: to set that up takes Java a tenth of the kernel's start.
 */
public final class KernelLog implements System.Logger {
    private final String name;

    private KernelLog(String name) {
        this.name = name;
    }

    /** The log of a class. */
    public static System.Logger of(Class<?> type) {
        return new KernelLog(type.getName());
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.WARNING.getSeverity() && level != Level.OFF;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (isLoggable(level)) {
            // Not System.err, which is the notebook's.
            var terminal = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
            terminal.println("lungo: " + message);
            if (thrown != null) {
                thrown.printStackTrace(terminal);
            }
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... values) {
        boolean plain = values == null || values.length == 0;
        log(level, bundle, plain ? format : MessageFormat.format(format, values), (Throwable) null);
    }
}
