package dev.lungo.kernel.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a class of a cell: JShell wraps each snippet into a class of its own.
 *
 * <p>In {@code REPL.$JShell$7B$Model$Part}, 7 is the snippet's id, B its version, and {@code
 * Model$Part} what the user declared. Overloads that change together share {@code $JShell$7B_8}.
 *
 * @param wrapper the wrapper's full name, {@code REPL.$JShell$7B}
 * @param ids the snippets inside; their ids stay the same when JShell replaces the wrapper
 * @param inner what the user declared; empty for the wrapper itself
 */
record WrapperName(String wrapper, List<String> ids, String inner) {
    private static final Pattern IDS = Pattern.compile("(\\$JShell\\$)\\d\\w*");
    private static final Pattern WRAPPER =
            Pattern.compile("\\bREPL\\.(?:\\$JShell|Cell)\\$\\w+[.$]");
    private static final Pattern NAME =
            Pattern.compile("(REPL\\.\\$JShell\\$(\\d\\w*))(?:\\$(.+))?");

    /** Takes a name apart; empty when it is none of a snippet. */
    static Optional<WrapperName> of(String className) {
        Matcher name = NAME.matcher(className);
        return name.matches()
                ? Optional.of(
                        new WrapperName(
                                name.group(1),
                                List.of(name.group(2).replaceAll("[A-Z]", "").split("_")),
                                name.group(3) == null ? "" : name.group(3)))
                : Optional.empty();
    }

    /** The text with ids and versions taken out of the names in it. */
    static String withoutIds(String text) {
        return IDS.matcher(text).replaceAll("$1");
    }

    /** The text with the names in it as the cells have them. */
    static String withoutWrappers(String text) {
        return WRAPPER.matcher(text).replaceAll("");
    }

    /** What the user calls the class. */
    String label() {
        return inner.replace('$', '.');
    }
}
