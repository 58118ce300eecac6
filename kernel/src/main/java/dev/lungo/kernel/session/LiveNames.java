package dev.lungo.kernel.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;

/** The names that cells declared, and the classes JShell keeps them in. */
final class LiveNames {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Set<SubKind> ONE_NAME =
            Set.of(SubKind.SINGLE_TYPE_IMPORT_SUBKIND, SubKind.SINGLE_STATIC_IMPORT_SUBKIND);

    private final StartSources start;
    private final CellClasses classes;
    private final StaticImports statics;
    private final PackageImports packages = new PackageImports();
    private final Map<String, Set<String>> wrappers = new HashMap<>();
    private final Set<String> undefined = new HashSet<>();
    private final Set<ImportSnippet> imports = new LinkedHashSet<>();
    private JShell shell;
    private boolean changed = true;
    private int version;

    /** The names of a session in which only {@code start} has run. */
    LiveNames(CellClasses classes, StaticImports statics, StartSources start) {
        this.classes = classes;
        this.statics = statics;
        this.start = start;
    }

    /** Goes by what JShell knows from now on. */
    void follow(JShell started) {
        shell = started;
        shell.onSnippetEvent(event -> changed = true);
        changed = true;
    }

    /** Looks what JShell declared; the number it returns is another one when anything changed. */
    int refresh() {
        if (changed && shell != null) {
            changed = false;
            version++;
            wrappers.clear();
            undefined.clear();
            imports.clear();
            Stream.of(shell.variables(), shell.methods(), shell.types())
                    .flatMap(snippets -> snippets)
                    .forEach(snippet -> add(snippet, classes.nameOfWrapper(snippet.id())));
            shell.imports().filter(this::isValid).forEach(imports::add);
        }
        return version;
    }

    /** Whether all of these names can be used as they are; JShell must say what is missing. */
    boolean allDefined(Set<String> words) {
        return words.stream().noneMatch(undefined::contains);
    }

    boolean contains(String name) {
        return wrappers.containsKey(name) || undefined.contains(name);
    }

    /** The name of the class that keeps a declared variable. */
    String wrapper(String variable) {
        return wrappers.getOrDefault(variable, Set.of()).stream().findFirst().orElse("");
    }

    /**
     * The imports with which a source that consists of these words means what it means in JShell.
     */
    String imports(Set<String> words) {
        StringBuilder text = new StringBuilder();
        if (words.isEmpty()) {
            return "";
        }
        if (shell == null) {
            start.imports().filter(each -> matters(each, words)).forEach(text::append);
        }
        for (ImportSnippet each : imports) {
            String source = QuickUnit.withoutSemicolon(each.source());
            if (ONE_NAME.contains(each.subKind())
                    ? words.contains(each.name())
                    : matters(source, words)) {
                text.append(source).append(';');
            }
        }
        for (String word : words) {
            for (String wrapper : wrappers.getOrDefault(word, Set.of())) {
                text.append("import static ").append(wrapper).append('.').append(word).append(';');
            }
        }
        return text.toString();
    }

    private boolean matters(String source, Set<String> words) {
        return statics.matters(source, words) && packages.matters(source, words);
    }

    /** Everything in a source that could be a name; words of its texts and comments, too. */
    static Set<String> words(String java) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(java);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    private void add(DeclarationSnippet snippet, String wrapper) {
        if (isValid(snippet) && wrapper != null) {
            wrappers.computeIfAbsent(snippet.name(), n -> new LinkedHashSet<>()).add(wrapper);
        } else {
            undefined.add(snippet.name());
        }
    }

    private boolean isValid(Snippet snippet) {
        return shell.status(snippet) == Status.VALID;
    }
}
