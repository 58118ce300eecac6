package dev.lungo.kernel.session;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells declarations whose end is plain to see from all other pieces.
 *
 * <p>JShell takes longer to find the end of a declaration than javac to parse it.
 */
final class WholeDeclaration {
    private static final String TYPE = "[\\w.$]++(?:<[\\w.$<>,?\\[\\] ]*>)?(?:\\[\\])*";
    private static final String NO_TYPE =
            "(?!(?:assert|break|case|continue|default|do|else|goto|new|package|return|throw|yield)\\b)";

    private static final Pattern ENDS_IN_SEMICOLON =
            Pattern.compile(
                    "import\\s[^;]*;|" + NO_TYPE + TYPE + "\\s++[\\w$]++\\s*+(?:=(?!=).*)?;",
                    Pattern.DOTALL);

    private static final Pattern ENDS_IN_BRACE =
            Pattern.compile(
                    "(?:(?:(?:public|abstract|sealed|static|final)\\s++)*+"
                            + "(?:class|interface|enum|record)\\s|"
                            + NO_TYPE
                            + TYPE
                            + "\\s++[\\w$]++\\s*+\\().*\\}\\s*",
                    Pattern.DOTALL);

    private WholeDeclaration() {}

    /** Whether all pieces, which end where {@link PlainPieces} thought, are declarations. */
    static boolean areAll(List<Piece> pieces) {
        return !pieces.isEmpty()
                && pieces.stream().map(Piece::source).allMatch(WholeDeclaration::is);
    }

    private static boolean is(String java) {
        return ENDS_IN_SEMICOLON.matcher(java).matches() || ENDS_IN_BRACE.matcher(java).matches();
    }
}
