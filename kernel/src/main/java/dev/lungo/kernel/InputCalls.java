package dev.lungo.kernel;

import dev.lungo.kernel.output.LiveNotebook;

/** What a cell calls to ask its user: statically imported in every notebook. */
public final class InputCalls {
    private InputCalls() {}

    /**
     * Asks the user for one line of text; {@code System.in} does the same without a prompt.
     *
     * @throws IllegalStateException when the front end allows no input
     */
    public static String ask(String prompt) {
        return LiveNotebook.current().frontEnd().ask(prompt, false);
    }

    /**
     * The same under the name that Python has for it; the library's {@code input(28, 28)} takes
     * numbers.
     *
     * @throws IllegalStateException when the front end allows no input
     */
    public static String input(String prompt) {
        return ask(prompt);
    }

    /**
     * Asks the user for one line that is not shown while it is typed.
     *
     * @throws IllegalStateException when the front end allows no input
     */
    public static String askPassword(String prompt) {
        return LiveNotebook.current().frontEnd().ask(prompt, true);
    }
}
