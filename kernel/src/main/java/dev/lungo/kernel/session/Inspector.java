package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.CellParser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Says what is known about the name at the cursor: signatures, then Javadoc. */
final class Inspector {
    private final SourceCodeAnalysis analysis;

    Inspector(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** The signatures and the Javadoc of the name that the cursor is in or right behind. */
    Optional<String> inspect(String source, int cursor) {
        int end = cursor;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) {
            end++;
        }
        String java = CellParser.withoutMagics(source).substring(0, end);
        String row = Statements.before(analysis, java);
        // JShell knows a method by its opening parenthesis only.
        List<Documentation> found = documentation(row + "(");
        return text(found.isEmpty() ? documentation(row) : found);
    }

    private List<Documentation> documentation(String java) {
        return analysis.documentation(java, java.length(), true);
    }

    private static Optional<String> text(List<Documentation> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String signatures =
                found.stream()
                        .map(Documentation::signature)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return Optional.of(
                found.stream()
                        .map(Documentation::javadoc)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(javadoc -> signatures + "\n\n" + plain(javadoc))
                        .orElse(signatures));
    }

    /** Javadoc without its tags, which a plain text answer cannot show. */
    private static String plain(String javadoc) {
        String inline = "\\{@\\w+\\s*([^{}]*)}";
        return javadoc.replaceAll(inline, "$1")
                .replaceAll(inline, "$1") // one may be inside another
                .replaceAll("(?i)</?(p|pre|ul|ol|dl|h\\d|br)\\b[^>]*>", "\n")
                .replaceAll("</?[a-zA-Z][^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("\n\\s*\n\\s*", "\n\n")
                .strip();
    }
}
