package dev.lungo.kernel.session;

/**
 * The marks in error messages.
 *
 * <p>No colours: JupyterLab puts errors on pink or dark red, and no red can be read on both.
 */
final class Ansi {
    private Ansi() {}

    static String bold(String text) {
        return "\u001b[1m" + text + "\u001b[0m";
    }

    static String dim(String text) {
        return "\u001b[2m" + text + "\u001b[0m";
    }
}
