package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.CellParser;
import dev.lungo.kernel.magic.MagicRegistry;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Says what could stand at the cursor: a magic's name, or what JShell suggests. */
final class Completer {
    private static final Pattern LINE_MAGIC = Pattern.compile("(?:^|\\n|=)[ \\t]*%([\\w.-]*)$");
    private static final Pattern ARGUMENTS =
            Pattern.compile("(?:^|\\n|=)[ \\t]*%([\\w.-]+)[ \\t](?:[^\\n]*[ \\t])?([^\\s]*)$");
    private static final Pattern ARGUMENTS_OF_TARGET =
            Pattern.compile("<[^;=(){}]*>(?=\\s+\\w+\\s*=\\s*new\\s+\\w*$)");
    private static final Pattern CELL_MAGIC = Pattern.compile("^\\s*%%([\\w.-]*)$");

    /** What every object has and hardly anybody looks for. */
    private static final Set<String> LAST =
            Set.of(
                    "wait(",
                    "wait()",
                    "notify()",
                    "notifyAll()",
                    "getClass()",
                    "hashCode()",
                    "equals(");

    private final SourceCodeAnalysis analysis;
    private final PackageNames packages;

    Completer(SourceCodeAnalysis analysis, PackageNames packages) {
        this.analysis = analysis;
        this.packages = packages;
    }

    /** What can stand in a magic at the cursor; empty when there is Java. */
    static Optional<Completion> magics(MagicRegistry magics, String before) {
        Matcher cell = CELL_MAGIC.matcher(before);
        Matcher line = LINE_MAGIC.matcher(before);
        if (cell.find()) {
            return Optional.of(names(cell, magics.cellNames()));
        }
        if (line.find()) {
            return Optional.of(names(line, magics.lineNames()));
        }
        Matcher arguments = ARGUMENTS.matcher(before);
        return arguments.find()
                        && magics.lineNames().contains(arguments.group(1))
                        && !CellParser.takesJava(arguments.group(1))
                ? Optional.of(FileNames.in(arguments.group(1), arguments.start(2), before))
                : Optional.empty();
    }

    private static Completion names(Matcher typed, Collection<String> names) {
        List<String> matches =
                names.stream().filter(name -> name.startsWith(typed.group(1))).toList();
        return new Completion(typed.start(1), typed.end(1), matches);
    }

    /** What JShell suggests at the end of {@code before}, and packages to import. */
    Completion java(String before) {
        String java = CellParser.withoutMagics(before);
        Completion found = ofJShell(java);
        List<String> names = packages.in(java);
        int start = names.isEmpty() ? found.start() : PackageNames.start(java);
        List<String> matches =
                Stream.concat(found.matches().stream(), names.stream()).distinct().toList();
        CellNames own = CellNames.at(java);
        if (matches.isEmpty() || start == own.start()) {
            start = own.start();
            matches = own.with(java.substring(start), matches);
        }
        return new Completion(start, java.length(), matches);
    }

    private Completion ofJShell(String java) {
        int[] begin = new int[1];
        String statements = Statements.before(analysis, java);
        Completion found = suggest(statements, begin);
        if (!found.matches().isEmpty()) {
            return found;
        }
        int last = Statements.lastBegin(analysis, java);
        String blank = java.substring(0, last).replaceAll("[^\\n]", " ");
        return suggest(blank + java.substring(last), begin);
    }

    private Completion suggest(String java, int[] begin) {
        List<Suggestion> suggestions =
                analysis.completionSuggestions(erased(java), java.length(), begin);
        List<String> matches =
                suggestions.stream()
                        .sorted(Comparator.comparingInt(Completer::rank))
                        .map(Suggestion::continuation)
                        .filter(name -> !name.startsWith("$JShell$"))
                        .distinct()
                        .toList();
        int start = matches.isEmpty() ? java.length() : begin[0];
        return new Completion(start, java.length(), matches);
    }

    /** JShell does not see that a new ArrayList fits a {@code List<String>}; it fits a List. */
    private static String erased(String java) {
        return ARGUMENTS_OF_TARGET
                .matcher(java)
                .replaceAll(arguments -> " ".repeat(arguments.group().length()));
    }

    private static int rank(Suggestion suggestion) {
        if (LAST.contains(suggestion.continuation())) {
            return 2;
        }
        return suggestion.matchesType() ? 0 : 1;
    }
}
