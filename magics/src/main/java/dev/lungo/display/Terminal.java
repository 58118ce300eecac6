package dev.lungo.display;

import java.io.Console;

/** Tells a person's terminal from a pipe or a file. */
final class Terminal {
    private Terminal() {}

    /** Whether standard output is a terminal, where a line can be written over. */
    static boolean present() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Java 22 to 24 give a console for pipes too, and this method to ask it
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
