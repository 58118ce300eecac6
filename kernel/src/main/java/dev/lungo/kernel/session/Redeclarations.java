package dev.lungo.kernel.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * Knows declarations that JShell has already, so that a cell which runs again needs no new class.
 *
 * <p>A variable is assigned to; the same method or class is left as it is. Both only as long as no
 * name in the declaration could have got another meaning.
 */
final class Redeclarations {
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "(?<type>[\\w.$]++(?:<[\\w.$<>,?\\[\\] ]*>)?(?:\\[\\])*)[ \\t]++"
                            + "(?<name>[\\w$]++)\\s*+=(?!=)\\s*+(?<value>[^{\\s].*)",
                    Pattern.DOTALL);

    private static final Set<Kind> STAYS = Set.of(Kind.IMPORT, Kind.METHOD, Kind.TYPE_DECL);

    private record Known(Snippet snippet, int when) {}

    private final Map<String, Known> bySource = new HashMap<>();
    private final Map<String, Known> variables = new HashMap<>();
    private final Map<String, Integer> changed = new HashMap<>();
    private JShell shell;
    private int imported;
    private int clock;

    /** Learns from what JShell declares from now on. */
    void follow(JShell started) {
        shell = started;
        shell.onSnippetEvent(this::learn);
    }

    /** Whether JShell has just this import, method or class, so that nothing need be done. */
    boolean isInForce(Piece piece) {
        Known known = bySource.get(piece.source().strip());
        return known != null
                && (known.snippet instanceof ImportSnippet
                        ? isValid(known)
                        : meansTheSame(known, piece.source()));
    }

    /** The assignment that does what declaring the variable again would do, or the same piece. */
    Piece asAssignment(Piece piece) {
        Matcher declaration = VARIABLE.matcher(piece.source());
        if (shell == null || !declaration.matches()) {
            return piece;
        }
        Known known = variables.get(declaration.group("name"));
        return known != null && isAgain(declaration, known)
                ? new Piece(
                        piece.cell(),
                        piece.source().substring(declaration.start("name")),
                        piece.line())
                : piece;
    }

    private boolean isAgain(Matcher declaration, Known known) {
        String type = declaration.group("type");
        String source = declaration.group();
        String name = declaration.group("name");
        Matcher before = VARIABLE.matcher(known.snippet.source());
        return before.matches()
                && before.group("type").equals(type)
                && !LiveNames.words(declaration.group("value")).contains(name)
                && (type.equals("var")
                        ? plain(source).equals(plain(known.snippet.source()))
                                && meansTheSame(known, source)
                        : meansTheSame(known, type));
    }

    private static String plain(String source) {
        return QuickUnit.withoutSemicolon(source).strip();
    }

    private boolean meansTheSame(Known known, String source) {
        return isValid(known)
                && imported <= known.when
                && LiveNames.words(source).stream()
                        .allMatch(word -> changed.getOrDefault(word, 0) <= known.when);
    }

    private boolean isValid(Known known) {
        return shell.status(known.snippet) == Status.VALID;
    }

    private void learn(SnippetEvent event) {
        Snippet snippet = event.snippet();
        clock++;
        if (snippet instanceof ImportSnippet) {
            imported = clock;
        } else if (snippet instanceof DeclarationSnippet declared && isChange(event)) {
            changed.put(declared.name(), clock);
        }
        if (event.status() == Status.VALID && event.causeSnippet() == null) {
            Known known = new Known(snippet, clock);
            if (snippet instanceof VarSnippet variable) {
                variables.put(variable.name(), known);
            } else if (STAYS.contains(snippet.kind())) {
                bySource.put(snippet.source().strip(), known);
            }
        }
    }

    private static boolean isChange(SnippetEvent event) {
        return event.isSignatureChange() || event.previousStatus() != event.status();
    }
}
