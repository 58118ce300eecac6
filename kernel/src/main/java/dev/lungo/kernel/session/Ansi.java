package dev.lungo.kernel.session;

/** The few colours of error messages; they can be read on dark and on light. */
final class Ansi {
    private Ansi() {}

    static String red(String text) {
        return "\u001b[31m" + text + "\u001b[0m";
    }

    static String dim(String text) {
        return "\u001b[2m" + text + "\u001b[0m";
    }
}
