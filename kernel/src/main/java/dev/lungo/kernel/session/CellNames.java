package dev.lungo.kernel.session;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that JShell does not offer while a cell is written: what the cell itself declares
 * before the cursor, and Java's keywords.
 *
 * <p>It reads the text, for a half-written cell has no tree, and knows nothing of scopes.
 */
final class CellNames {
    private static final Pattern WORD = Pattern.compile("(?<![\\w$@.])[a-zA-Z_$][\\w$]*$");
    private static final Pattern MEMBER = Pattern.compile("\\.\\s+$");
    private static final Pattern TEXT_OR_COMMENT =
            Pattern.compile(
                    "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n"
                            + "])*\"|'(?:\\\\.|[^'\\\\\n"
                            + "])+'|//.*|/\\*(?s:.*?)\\*/");

    private static final List<Pattern> DECLARED =
            List.of(
                    // int i = 0; String[] args) for (var each : all)
                    Pattern.compile("[\\w>\\]]\\s+(\\w++)(?=\\s*(?:[=;:,)\\[]))"),
                    // int i = 0, j = 1
                    Pattern.compile(",\\s*(\\w++)(?=\\s*=[^=>])"),
                    // x -> and (x, y) ->
                    Pattern.compile("(\\w++)(?=\\s*->|\\s*,[\\w\\s,]*\\)\\s*->|\\s*\\)\\s*->)"),
                    Pattern.compile("\\b(?:class|interface|enum|record)\\s+(\\w++)"),
                    // void f() {, with the parenthesis that JShell's own suggestions have
                    Pattern.compile("[\\w>\\]]\\s+(\\w++\\()(?=[^()]*\\)[\\s\\w,.]*\\{)"));

    private static final List<String> KEYWORDS =
            List.of(
                    "abstract",
                    "assert",
                    "break",
                    "case",
                    "catch",
                    "class",
                    "continue",
                    "default",
                    "do",
                    "else",
                    "enum",
                    "extends",
                    "false",
                    "final",
                    "finally",
                    "for",
                    "if",
                    "implements",
                    "import",
                    "instanceof",
                    "interface",
                    "new",
                    "null",
                    "private",
                    "protected",
                    "public",
                    "record",
                    "return",
                    "static",
                    "super",
                    "switch",
                    "synchronized",
                    "this",
                    "throw",
                    "throws",
                    "true",
                    "try",
                    "var",
                    "void",
                    "while",
                    "yield");

    private final String before;
    private final int start;

    private CellNames(String before, int start) {
        this.before = before;
        this.start = start;
    }

    /** The names for the word at the end of {@code java}. */
    static CellNames at(String java) {
        String code = TEXT_OR_COMMENT.matcher(java).replaceAll(CellNames::blank);
        Matcher word = WORD.matcher(code);
        // A quote that is left opens a text in which the cursor is.
        boolean found = word.find() && !code.contains("\"") && !code.contains("/*");
        String before = found ? code.substring(0, word.start()) : "";
        return found && !MEMBER.matcher(before).find()
                ? new CellNames(before, word.start())
                : new CellNames("", java.length());
    }

    private static String blank(MatchResult match) {
        return match.group().replaceAll("[^\n]", " ");
    }

    /** Where the word begins; the end of the text when there is none to complete. */
    int start() {
        return start;
    }

    /** The suggestions for {@code typed}: those of the cell, then {@code others}, then keywords. */
    List<String> with(String typed, Collection<String> others) {
        if (typed.isEmpty()) {
            return List.copyOf(others);
        }
        Set<String> declared = new TreeSet<>();
        for (Pattern pattern : DECLARED) {
            pattern.matcher(before).results().forEach(found -> declared.add(found.group(1)));
        }
        declared.removeAll(KEYWORDS);
        return Stream.of(declared, others, KEYWORDS)
                .flatMap(Collection::stream)
                .filter(name -> others.contains(name) || name.startsWith(typed))
                .distinct()
                .toList();
    }
}
