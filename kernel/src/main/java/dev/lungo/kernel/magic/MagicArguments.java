package dev.lungo.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/** Splits what follows the name of a magic into arguments. */
public final class MagicArguments {
    private MagicArguments() {}

    /**
     * The arguments of {@code text}: separated by white space, quoted with {@code "} or {@code '}
     * where they contain some; inside quotes a backslash escapes the quote and itself.
     */
    public static List<String> split(String text) {
        List<String> args = new ArrayList<>();
        StringBuilder arg = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == '\\' && i + 1 < text.length() && escapable(text, i, quote)) {
                arg.append(text.charAt(++i));
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    args.add(arg.toString());
                }
                arg.setLength(0);
                begun = false;
            } else {
                arg.append(c);
                begun = true;
            }
        }
        if (begun) {
            args.add(arg.toString());
        }
        return args;
    }

    private static boolean escapable(String text, int backslash, char quote) {
        char next = text.charAt(backslash + 1);
        return next == quote || next == '\\';
    }
}
