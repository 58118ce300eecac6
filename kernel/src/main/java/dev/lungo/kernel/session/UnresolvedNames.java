package dev.lungo.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.SnippetEvent;

/**
 * Says what a method or class still waits for, and where it names that.
 *
 * <p>A later cell may bring it. As often it is misspelt, or known in another block only.
 */
final class UnresolvedNames {
    private static final String NAME = "UndefinedError";
    private static final int MOST_PLACES = 3;

    /** What no class inside a block may be. */
    private static final Pattern MODIFIERS =
            Pattern.compile("\\A([^{]*?)\\b(?:(?:public|private|protected|static)[ \\t]+)+");

    private final JShell shell;
    private final CompileErrors errors;
    private final ThrownErrors places;

    UnresolvedNames(JShell shell, CompileErrors errors, ThrownErrors places) {
        this.shell = shell;
        this.errors = errors;
        this.places = places;
    }

    /** The failure of {@code piece}, which uses {@code declaration} too early. */
    Outcome.Failed failed(DeclarationSnippet declaration, Piece piece) {
        List<String> lines = lines(declaration);
        List<String> trace = new ArrayList<>(lines);
        trace.set(0, Ansi.bold(NAME) + ": " + lines.get(0));
        trace.add(place(piece, piece.line()));
        return new Outcome.Failed(NAME, lines.get(0), trace);
    }

    /** The message, and under it the places where the declaration names what there is not. */
    List<String> lines(DeclarationSnippet declaration) {
        Stream<String> named =
                places.pieceOf(declaration.id()).stream()
                        .flatMap(piece -> named(piece, declaration))
                        .distinct();
        return Stream.concat(Stream.of(new Unresolved(shell).reason(declaration)), named).toList();
    }

    /** JShell does not say where; of the same text inside a block, which cannot wait, it does. */
    private Stream<String> named(Piece piece, DeclarationSnippet declaration) {
        String alone = MODIFIERS.matcher(piece.source()).replaceFirst("$1");
        Piece block =
                new Piece(
                        piece.cell(),
                        declaration.kind() == Kind.METHOD
                                ? "{ class Owner { " + piece.source() + "\n} }"
                                : "{ " + alone + "\n}",
                        piece.line());
        List<SnippetEvent> events = shell.eval(block.source());
        List<String> lines =
                events.stream()
                        .flatMap(event -> shell.diagnostics(event.snippet()))
                        .filter(Diag::isError)
                        .limit(MOST_PLACES)
                        .flatMap(error -> named(block, error))
                        .toList();
        events.forEach(event -> shell.drop(event.snippet()));
        return lines.stream();
    }

    private Stream<String> named(Piece piece, Diag error) {
        int line = piece.cellLine(piece.lineAt((int) Math.max(0, error.getStartPosition())));
        Stream<String> hint = errors.hint(piece, error).lines().filter(each -> !each.isEmpty());
        return Stream.concat(Stream.of(place(piece, line)), hint.map(each -> "    " + each));
    }

    private static String place(Piece piece, int line) {
        return "  at " + piece.cell().place(line) + "  " + piece.cell().line(line).strip();
    }
}
