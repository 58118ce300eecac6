package dev.lungo.kernel.magic;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of Java variables into the arguments of magics: {@code $x} and {@code ${x.y()}}.
 *
 * <p>What does not begin with a variable of the notebook is left alone: it may be one of the shell.
 */
final class Interpolation {
    private static final Pattern EXPRESSION =
            Pattern.compile("\\$(?:\\{([^}]+)\\}|([A-Za-z_]\\w*))");

    private Interpolation() {}

    /**
     * The text with values in it.
     *
     * @param values the value of an expression as text, or nothing when it names no variable
     */
    static String apply(String text, Function<String, Optional<String>> values) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        return EXPRESSION
                .matcher(text)
                .replaceAll(
                        found -> {
                            String braced = found.group(1);
                            String expression = braced == null ? found.group(2) : braced.strip();
                            return Matcher.quoteReplacement(
                                    values.apply(expression).orElse(found.group()));
                        });
    }
}
