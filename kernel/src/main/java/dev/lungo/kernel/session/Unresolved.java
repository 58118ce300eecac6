package dev.lungo.kernel.session;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.TypeDeclSnippet;

/** What declarations wait for that are correct but name something unknown. */
final class Unresolved {
    private final JShell shell;

    Unresolved(JShell shell) {
        this.shell = shell;
    }

    /** One sentence for the user. */
    String reason(DeclarationSnippet declaration) {
        String kind = declaration.kind() == Kind.METHOD ? "method " : "";
        return kind
                + declaration.name()
                + " cannot be used until there is "
                + String.join(" and ", missing(declaration))
                + ".";
    }

    /**
     * Whether a type would be a supertype of itself.
     *
     * <p>JShell does not always say so. Then it has the types wait for each other for ever, and
     * knows of one of them no longer what for.
     */
    boolean isInCircle(DeclarationSnippet declaration) {
        return declaration instanceof TypeDeclSnippet type && leadsBack(type, new HashSet<>());
    }

    private boolean leadsBack(TypeDeclSnippet type, Set<TypeDeclSnippet> seen) {
        List<String> missing = missing(type);
        return !seen.add(type)
                || missing.isEmpty()
                || missing.stream()
                        .map(this::waiting)
                        .flatMap(Optional::stream)
                        .anyMatch(next -> leadsBack(next, seen));
    }

    private Optional<TypeDeclSnippet> waiting(String missing) {
        return shell.types()
                .filter(type -> shell.status(type) == Status.RECOVERABLE_NOT_DEFINED)
                .filter(type -> missing.equals("class " + type.name()))
                .findFirst();
    }

    private List<String> missing(DeclarationSnippet declaration) {
        return shell.unresolvedDependencies(declaration).toList();
    }
}
