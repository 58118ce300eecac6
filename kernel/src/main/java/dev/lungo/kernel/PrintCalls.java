package dev.lungo.kernel;

/**
 * IJava's short form of printing: {@code printf("%d cats%n", 3)}.
 *
 * <p>Statically imported in every notebook.
 */
public final class PrintCalls {
    private PrintCalls() {}

    /** Prints as {@code System.out.printf} does. */
    public static void printf(String format, Object... args) {
        System.out.printf(format, args);
    }
}
