package dev.lungo.kernel.session;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.lungo.kernel.session.QuickUnit.Form;
import dev.lungo.kernel.session.WarmCompiler.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;

/**
 * Compiles expressions and statements beside JShell, against the classes that JShell made.
 *
 * <p>It takes one round of the compiler where JShell takes three or four, and leaves nothing behind
 * that would slow down the next. What it refuses proves nothing: JShell decides, and explains.
 */
final class QuickCompiler {
    /** Pieces that compiled, as one class. */
    record Compiled(QuickUnit unit, List<QuickStep> steps, Map<String, byte[]> classes) {}

    private record Round(Compiled compiled, QuickTrees trees, Set<Integer> wrong, boolean parsed) {}

    private static final int MOST_PIECES = 100;
    private static final int MOST_ROUNDS = 3;
    private static final Pattern STATEMENT =
            Pattern.compile(
                    "\\{|(?:if|for|while|do|try|throw|assert)\\b.*|synchronized\\s*\\(.*",
                    Pattern.DOTALL);
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "(?:@|(?:import|class|interface|enum|record|public|private|protected|static|final|abstract|sealed|void|var)\\s|[\\w.]++(?:<[\\w.<>,?\\[\\]"
                        + " ]*>)?(?:\\[\\])*\\s++\\w++\\s*+[=;(,]).*",
                    Pattern.DOTALL);

    private final WarmCompiler compiler;
    private final QuickFiles files;
    private final LiveNames names;
    private final CellLoader loader;
    private final Set<String> voidMethods = new HashSet<>(Set.of("print", "println", "forEach"));
    private int version;
    private final Set<Reach> stale = EnumSet.noneOf(Reach.class);
    private Reach reach = Reach.JAVA_BASE;
    private int units;

    QuickCompiler(WarmCompiler compiler, QuickFiles files, CellLoader loader, LiveNames names) {
        this.compiler = compiler;
        this.files = files;
        this.loader = loader;
        this.names = names;
    }

    /** Forgets what was read from the class path. */
    void classPathChanged() {
        files.classPathChanged();
        compiler.restart();
    }

    /** Compiles as many {@link #leading} pieces as it can, from the first on; empty for none. */
    Optional<Compiled> compile(List<Piece> pieces) {
        int now = names.refresh();
        if (version != now) {
            version = now;
            stale.addAll(EnumSet.allOf(Reach.class));
        }
        List<Piece> wanted = pieces;
        while (!wanted.isEmpty()) {
            Set<Integer> wrong = new TreeSet<>();
            Optional<Compiled> compiled = compile(wanted, wrong);
            if (compiled.isPresent()) {
                return compiled;
            }
            wanted = wanted.subList(0, wrong.iterator().next());
        }
        return Optional.empty();
    }

    /** The pieces before the first that looks as if JShell were needed for it. */
    List<Piece> leading(List<Piece> pieces) {
        int count = 0;
        while (count < Math.min(pieces.size(), MOST_PIECES)) {
            String java = pieces.get(count).source();
            boolean call = !java.startsWith("new ") && !java.startsWith("throw ");
            if ((call && DECLARATION.matcher(java).matches())
                    || !names.allDefined(LiveNames.words(java))) {
                break;
            }
            count++;
        }
        return pieces.subList(0, count);
    }

    /** Tries all modules when those that most cells do with may not be enough. */
    private Optional<Compiled> compile(List<Piece> pieces, Set<Integer> wrong) {
        Round round = lastRound(pieces, wrong, reach);
        if (round.compiled == null && round.parsed && reach != Reach.WHOLE_JDK) {
            round = lastRound(pieces, wrong, Reach.WHOLE_JDK);
            reach = round.compiled == null ? reach : Reach.WHOLE_JDK;
        }
        return Optional.ofNullable(round.compiled);
    }

    private Round lastRound(List<Piece> pieces, Set<Integer> wrong, Reach reach) {
        Form[] forms = pieces.stream().map(this::form).toArray(Form[]::new);
        String name = "Cell$" + ++units;
        Set<String> words = new HashSet<>();
        pieces.forEach(piece -> words.addAll(LiveNames.words(piece.source())));
        Set<Integer> turned = new HashSet<>();
        Round round = null;
        boolean turnedAny = true;
        for (int i = 0; i < MOST_ROUNDS && turnedAny; i++) {
            QuickUnit unit = new QuickUnit(name, names.imports(words), words, pieces, forms);
            round = round(unit, reach);
            wrong.clear();
            wrong.addAll(round.wrong);
            if (round.compiled != null) {
                learn(round.trees, forms);
                return round;
            }
            turnedAny = false;
            for (int piece : round.wrong) {
                if (round.parsed && canTurn(pieces.get(piece)) && turned.add(piece)) {
                    forms[piece] = forms[piece] == Form.VALUE ? Form.ACTION : Form.VALUE;
                    turnedAny = true;
                }
            }
        }
        return round;
    }

    private Round round(QuickUnit unit, Reach reach) {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        JavaFileObject source =
                QuickFiles.source(QuickFiles.PACKAGE + "." + unit.name(), unit.source());
        return compiler.work(
                files,
                messages,
                source,
                reach,
                task -> {
                    try {
                        forgetIfStale(task, reach);
                        return round(unit, task, messages);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private Round round(
            QuickUnit unit, JavacTask task, DiagnosticCollector<JavaFileObject> messages)
            throws IOException {
        CompilationUnitTree parsed = task.parse().iterator().next();
        Set<Integer> wrong = wrong(unit, messages);
        if (!wrong.isEmpty()) {
            return new Round(null, null, wrong, false);
        }
        QuickTrees trees = new QuickTrees(Trees.instance(task), parsed);
        if (trees.misfit() >= 0) {
            return new Round(null, trees, Set.of(trees.misfit()), false);
        }
        task.analyze();
        wrong = wrong(unit, messages);
        if (!wrong.isEmpty()) {
            return new Round(null, trees, wrong, true);
        }
        List<QuickStep> steps = new ArrayList<>();
        for (int i = 0; i < unit.pieces().size(); i++) {
            Optional<QuickStep> step = trees.step(unit, i);
            if (step.isEmpty() || trees.hidesValue(i)) {
                wrong.add(i);
            } else {
                steps.add(step.get());
            }
        }
        if (!wrong.isEmpty()) {
            return new Round(null, trees, wrong, true);
        }
        task.generate();
        Map<String, byte[]> classes = files.taken();
        return classes.isEmpty()
                ? new Round(null, trees, Set.of(0), false)
                : new Round(new Compiled(unit, steps, classes), trees, Set.of(), true);
    }

    private void forgetIfStale(JavacTask task, Reach reach) {
        if (stale.remove(reach)) {
            compiler.forget(task, QuickFiles.PACKAGE, loader.declaredByShell());
        }
    }

    private static Set<Integer> wrong(
            QuickUnit unit, DiagnosticCollector<JavaFileObject> messages) {
        Set<Integer> wrong = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> message : messages.getDiagnostics()) {
            if (message.getKind() == Diagnostic.Kind.ERROR) {
                wrong.add(unit.pieceAt(message.getPosition()));
            }
        }
        return wrong;
    }

    /** A call is first taken to be what the last one of that name was. */
    private Form form(Piece piece) {
        String java = piece.source();
        boolean action =
                STATEMENT.matcher(java).lookingAt()
                        || (QuickUnit.isCall(java)
                                && calledLast(java).filter(voidMethods::contains).isPresent());
        return action ? Form.ACTION : Form.VALUE;
    }

    private static boolean canTurn(Piece piece) {
        String java = piece.source();
        return !STATEMENT.matcher(java).lookingAt()
                && (QuickUnit.isCall(java) || java.startsWith("switch"));
    }

    private void learn(QuickTrees trees, Form[] forms) {
        for (int i = 0; i < forms.length; i++) {
            Optional<String> called = trees.called(i);
            if (called.isPresent() && forms[i] == Form.ACTION) {
                voidMethods.add(called.get());
            } else {
                called.ifPresent(voidMethods::remove);
            }
        }
    }

    /** The name before the bracket that the last one closes; a guess, as texts hold brackets. */
    private static Optional<String> calledLast(String java) {
        String call = QuickUnit.withoutSemicolon(java);
        int open = 0;
        for (int i = call.length() - 1; i >= 0; i--) {
            open += call.charAt(i) == ')' ? 1 : call.charAt(i) == '(' ? -1 : 0;
            if (open == 0) {
                String before = call.substring(0, i).stripTrailing();
                int begin = before.length();
                while (begin > 0 && Character.isJavaIdentifierPart(before.charAt(begin - 1))) {
                    begin--;
                }
                return Optional.of(before.substring(begin));
            }
        }
        return Optional.empty();
    }
}
