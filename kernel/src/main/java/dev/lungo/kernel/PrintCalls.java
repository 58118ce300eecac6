package dev.lungo.kernel;

/**
 * IJava's short form of printing: {@code printf("%d cats%n", 3)}.
 *
 * <p>Statically imported in every notebook.
 */
public final class PrintCalls {
    private PrintCalls() {}

    /** Prints what {@code System.out.printf} prints, at once and not piece by piece. */
    public static void printf(String format, Object... args) {
        System.out.print(String.format(format, args));
    }
}
