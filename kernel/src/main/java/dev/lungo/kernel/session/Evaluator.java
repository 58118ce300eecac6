package dev.lungo.kernel.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** Compiles and runs Java, piece by piece, and says how it ended. */
final class Evaluator {
    private static final Set<SubKind> WITH_VALUE =
            Set.of(
                    SubKind.VAR_VALUE_SUBKIND,
                    SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
                    SubKind.OTHER_EXPRESSION_SUBKIND);

    private final CellControl control;
    private final Optional<QuickPath> quick;
    private final ReentrantLock compiling;
    private final ThrownErrors thrownErrors = new ThrownErrors();
    private final StatementLimit limit;
    private final MissingImports imports;
    private JShell shell;
    private RecentPieces recent;

    /** One that can run what needs nothing of JShell. */
    Evaluator(
            CellControl control,
            Optional<QuickPath> quick,
            ReentrantLock compiling,
            StatementLimit limit,
            MissingImports imports) {
        this.imports = imports;
        this.quick = quick;
        this.control = control;
        this.compiling = compiling;
        this.limit = limit;
    }

    /** Takes the JShell that runs the rest. */
    void arrived(JShell started) {
        shell = started;
    }

    /** Compiles something, so that the first cell finds a warm compiler. */
    void warmUp() {
        CellText text = CellText.of("start-up", "0");
        compiling.lock();
        try {
            quick.ifPresent(path -> path.compile(PlainPieces.of(text, "0", 1), thrownErrors));
        } finally {
            compiling.unlock();
        }
    }

    /** Runs {@code java} as {@link #run} does if all of it can run without JShell. */
    Optional<Outcome> runWithoutShell(CellText cell, String java, int line) {
        compiling.lock();
        try {
            return runPlain(PlainPieces.of(cell, java, line));
        } finally {
            compiling.unlock();
        }
    }

    /** Runs {@code java}, which begins on {@code line} of {@code cell}, up to the first failure. */
    Outcome run(CellText cell, String java, int line) {
        RunningCell running = RunningCell.ofThread();
        boolean before = running != null && running.inUserCode(false);
        compiling.lock();
        try {
            // JShell takes longer to find the ends of statements than javac to compile them.
            List<Piece> plain = PlainPieces.of(cell, java, line);
            Optional<Outcome> outcome = runPlain(plain);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (WholeDeclaration.areAll(plain)) {
                return run(plain);
            }
            if (recent == null) {
                // Not earlier: the first cells mostly do without it.
                recent = new RecentPieces(shell.sourceCodeAnalysis());
            }
            Pieces pieces = recent.of(cell, java, line);
            if (pieces.rest() >= 0) {
                int last = new Piece(cell, java, line).lineAt(pieces.rest()) + line - 1;
                return CompileErrors.incomplete(cell, last);
            }
            return run(pieces.finished());
        } catch (StackOverflowError ofCompiler) {
            // One of the cell's code is kept by the control.
            renewCompilers();
            return CompileErrors.tooDeep(cell, line);
        } finally {
            compiling.unlock();
            if (running != null) {
                running.inUserCode(before);
            }
        }
    }

    /** Runs what is plain to take apart, and needs nothing of JShell; empty for all else. */
    private Optional<Outcome> runPlain(List<Piece> pieces) {
        if (quick.isEmpty()) {
            return Optional.empty();
        }
        if (shell != null) {
            pieces.forEach(quick.get()::prepare);
        }
        List<QuickStep> steps = quick.get().compileAll(pieces, thrownErrors);
        return steps.isEmpty() ? Optional.empty() : Optional.of(runQuickly(steps));
    }

    private Outcome run(List<Piece> pieces) {
        Outcome outcome = new Outcome.Done(null);
        List<DeclarationSnippet> waiting = new ArrayList<>();
        for (int next = 0; next < pieces.size(); next++) {
            Piece piece = pieces.get(next);
            if (stopped()) {
                return Interruption.before(piece);
            }
            if (quick.isPresent() && quick.get().isInForce(piece)) {
                outcome = new Outcome.Done(null);
                continue;
            }
            List<QuickStep> steps = prepare(pieces.subList(next, pieces.size()));
            outcome = steps.isEmpty() ? limit.check(piece, run(piece, waiting)) : runQuickly(steps);
            if (outcome instanceof Outcome.Failed) {
                return outcome;
            }
            next += Math.max(0, steps.size() - 1);
        }
        waiting.forEach(this::sayWhatIsMissing);
        return outcome;
    }

    /** The leading pieces that need not go through JShell. */
    private List<QuickStep> prepare(List<Piece> pieces) {
        if (quick.isEmpty()) {
            return List.of();
        }
        quick.get().prepare(pieces.get(0));
        return quick.get().compile(pieces, thrownErrors);
    }

    /** Runs pieces beside JShell, up to the first that fails. */
    private Outcome runQuickly(List<QuickStep> steps) {
        Outcome outcome = new Outcome.Done(null);
        for (QuickStep step : steps) {
            outcome = limit.check(step.piece(), runQuickly(step));
            if (outcome instanceof Outcome.Failed) {
                return outcome;
            }
        }
        return outcome;
    }

    private Outcome runQuickly(QuickStep step) {
        if (stopped()) {
            return Interruption.before(step.piece());
        }
        quick.orElseThrow().run(step);
        Throwable thrown = control.thrown();
        if (thrown != null) {
            return failed(step.piece(), thrown, quick.orElseThrow().translated(thrown));
        }
        if (stopped()) {
            return Interruption.after(step.piece());
        }
        Object value = control.value();
        return new Outcome.Done(step.hasValue() && !isStream(value) ? value : null);
    }

    private Outcome run(Piece piece, List<DeclarationSnippet> waiting) {
        control.reset();
        // Events with a cause tell of earlier snippets that this one changed.
        List<SnippetEvent> all = shell.eval(piece.source());
        Object value = control.value();
        Throwable thrown = control.thrown();
        new StateKeeper(shell, control).settle(all);
        List<SnippetEvent> events =
                all.stream().filter(event -> event.causeSnippet() == null).toList();
        events.forEach(event -> thrownErrors.place(event.snippet().id(), piece));
        for (SnippetEvent event : events) {
            boolean tooLarge = isTooLarge(event);
            if (event.status() == Status.REJECTED || tooLarge) {
                List<Diag> diagnostics = shell.diagnostics(event.snippet()).toList();
                if (tooLarge) {
                    shell.drop(event.snippet());
                    renewCompilers();
                }
                return compileErrors().rejected(piece, diagnostics);
            }
            if (event.exception() != null) {
                return failed(piece, thrown, event.exception());
            }
        }
        if (stopped()) {
            return Interruption.after(piece);
        }
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof DeclarationSnippet declaration
                    && !isValid(event.status())) {
                if (declaration instanceof VarSnippet variable
                        && event.status() == Status.RECOVERABLE_NOT_DEFINED) {
                    return undefined(piece, variable);
                }
                if (new Unresolved(shell).isInCircle(declaration)) {
                    shell.drop(declaration);
                    return CompileErrors.cyclic(piece, declaration.name());
                }
                waiting.add(declaration);
            }
        }
        boolean hasValue =
                events.stream().anyMatch(event -> WITH_VALUE.contains(event.snippet().subKind()));
        return new Outcome.Done(hasValue && !isStream(value) ? value : null);
    }

    /** Whether a snippet is correct, but no class file can hold its code or its text. */
    private boolean isTooLarge(SnippetEvent event) {
        return !isValid(event.status())
                && event.snippet() instanceof DeclarationSnippet declaration
                && shell.unresolvedDependencies(declaration).findAny().isEmpty()
                && shell.diagnostics(declaration).anyMatch(Diag::isError);
    }

    /**
     * Makes all compilers anew, with the class path as it is now.
     *
     * <p>Also after a class that was too large: javac keeps half of it, and fails ever after.
     */
    void renewCompilers() {
        shell.addToClasspath(".");
        quick.ifPresent(QuickPath::classPathChanged);
    }

    /** What {@code System.out.printf(..)} gives back is no result that anybody wants to see. */
    private static boolean isStream(Object value) {
        return value != null && (value == System.out || value == System.err);
    }

    private Outcome failed(Piece piece, Throwable thrown, Throwable translated) {
        if (thrown instanceof NestedFailure nested) {
            return nested.failed();
        }
        if (stopped()) {
            return Interruption.during(thrown, thrownErrors.trace(thrown, translated));
        }
        if (translated instanceof UnresolvedReferenceException unresolved) {
            return unresolved().failed(unresolved.getSnippet(), piece);
        }
        return thrownErrors.thrown(thrown, translated);
    }

    /** The lines for what a thread threw that runs no cell. */
    List<String> explain(Throwable thrown) {
        compiling.lock();
        try {
            Throwable translated =
                    quick.isPresent() ? quick.get().translated(thrown) : asOfSnippet(thrown);
            return thrownErrors.trace(thrown, translated);
        } finally {
            compiling.unlock();
        }
    }

    /** JShell finds the places in cells for exceptions of its snippets only. */
    private Throwable asOfSnippet(Throwable thrown) {
        control.throwNext(thrown);
        return shell.eval("{}").get(0).exception();
    }

    private Outcome undefined(Piece piece, VarSnippet variable) {
        List<String> missing = shell.unresolvedDependencies(variable).toList();
        Outcome failed = CompileErrors.undefined(piece, variable.name(), missing);
        shell.drop(variable);
        return failed;
    }

    private void sayWhatIsMissing(DeclarationSnippet declaration) {
        if (!isValid(shell.status(declaration))) {
            unresolved().lines(declaration).forEach(System.err::println);
        }
    }

    private UnresolvedNames unresolved() {
        return new UnresolvedNames(shell, compileErrors(), thrownErrors);
    }

    private CompileErrors compileErrors() {
        return new CompileErrors(shell.sourceCodeAnalysis(), imports);
    }

    private static boolean isValid(Status status) {
        return status == Status.VALID;
    }

    private static boolean stopped() {
        RunningCell cell = RunningCell.ofThread();
        return cell != null && cell.stopped();
    }
}
