package dev.lungo.notebooks;

import java.util.regex.Pattern;

/** The test accuracy that a notebook prints. */
final class Accuracy {
    private static final Pattern LINE = Pattern.compile("Test accuracy: (\\d\\.\\d+)");

    private Accuracy() {}

    /** From 0 to 1. */
    static double of(Notebook notebook) {
        return of(notebook.cell("Test accuracy:").text());
    }

    /** From 0 to 1; the text is what the cell shows. */
    static double of(String text) {
        var found = LINE.matcher(text);
        if (!found.find()) {
            throw new AssertionError("no test accuracy in: " + text);
        }
        return Double.parseDouble(found.group(1));
    }
}
