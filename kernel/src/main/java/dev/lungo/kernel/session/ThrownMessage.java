package dev.lungo.kernel.session;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The message of an exception in the user's terms: names as the cells have them. */
final class ThrownMessage {
    private static final Pattern CAST =
            Pattern.compile("class (\\S+) cannot be cast to class (\\S+)( \\(.*\\))?");

    private ThrownMessage() {}

    /** The message; empty when there is none. */
    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        if (thrown instanceof OutOfMemoryError) {
            return message + ". Set large variables to null, or restart with more memory (-Xmx).";
        }
        if (message != null) {
            String named = WrapperName.withoutWrappers(message);
            return thrown instanceof ClassCastException ? ofCast(named) : named;
        }
        return thrown instanceof StackOverflowError
                ? "calls are nested too deeply; does a recursion lack its end?"
                : "";
    }

    /** Which loader a class came from matters to nobody, unless both have the same name. */
    private static String ofCast(String message) {
        Matcher cast = CAST.matcher(message);
        if (!cast.matches()) {
            return message;
        }
        if (!cast.group(1).equals(cast.group(2))) {
            return "class " + cast.group(1) + " cannot be cast to class " + cast.group(2);
        }
        // After a class was replaced its name means two classes.
        return cast.group(1).contains(".")
                ? message
                : "this is an object of the former %s, whose shape has changed. Run the cell that makes it again."
                        .formatted(cast.group(1));
    }
}
