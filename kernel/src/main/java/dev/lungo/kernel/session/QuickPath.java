package dev.lungo.kernel.session;

import java.util.List;
import java.util.Optional;
import jdk.jshell.JShell;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.InternalException;
import jdk.jshell.spi.ExecutionControl.RunException;

/** Runs pieces beside JShell, with the values, names and errors that JShell would give them. */
final class QuickPath {
    private final CellControl control;
    private final CellLoader loader;
    private final StaticImports statics;
    private final LiveNames names;
    private final Temporaries temporaries;
    private final QuickCompiler compiler;
    private final QuickRepeats repeats = new QuickRepeats();
    private final Redeclarations redeclarations = new Redeclarations();
    private final QuickTraces traces;
    private JShell shell;

    private QuickPath(
            CellControl control,
            CellLoader loader,
            Temporaries temporaries,
            StartSources start,
            QuickFiles files,
            WarmCompiler compiler) {
        this.control = control;
        this.loader = loader;
        this.statics = new StaticImports(loader);
        this.names = new LiveNames(control.classes(), statics, start);
        this.temporaries = temporaries;
        this.compiler = new QuickCompiler(compiler, files, loader, names);
        this.traces = new QuickTraces(control);
    }

    /** A quick path before JShell has started; none where the JDK keeps its compiler to itself. */
    static Optional<QuickPath> of(
            CellControl control,
            CellLoader loader,
            Temporaries temporaries,
            StartSources start,
            CellFileManager cells) {
        QuickFiles files = new QuickFiles(cells, loader);
        return WarmCompiler.ofThisJdk()
                .map(
                        compiler ->
                                new QuickPath(
                                        control, loader, temporaries, start, files, compiler));
    }

    /** Goes by what JShell knows from now on. */
    void follow(JShell started) {
        if (shell == null) {
            shell = started;
            names.follow(shell);
            redeclarations.follow(shell);
            traces.follow(shell);
        }
    }

    /** Makes the compiler read the class path anew. */
    void classPathChanged() {
        compiler.classPathChanged();
        statics.forget();
        repeats.clear();
    }

    /** Makes what a piece names, but was not declared yet; also for a piece that JShell runs. */
    void prepare(Piece piece) {
        temporaries.declare(LiveNames.words(piece.source()), shell, names, loader);
    }

    /** Whether a piece declares what is declared already, word for word. */
    boolean isInForce(Piece piece) {
        return redeclarations.isInForce(piece);
    }

    /** Compiles the pieces if all of them can run here. */
    List<QuickStep> compileAll(List<Piece> pieces, ThrownErrors errors) {
        List<QuickStep> steps = compile(pieces, pieces.size(), errors);
        return steps.size() < pieces.size() ? List.of() : steps;
    }

    /** Compiles the leading pieces that can run here; the first of the others is JShell's. */
    List<QuickStep> compile(List<Piece> pieces, ThrownErrors errors) {
        return compile(pieces, 1, errors);
    }

    /** Compiles nothing when fewer than {@code least} of the leading pieces can run here. */
    private List<QuickStep> compile(List<Piece> pieces, int least, ThrownErrors errors) {
        int version = names.refresh();
        List<Piece> assigned = pieces.stream().map(redeclarations::asAssignment).toList();
        Optional<QuickCompiler.Compiled> compiled = repeats.find(assigned, version);
        if (compiled.isEmpty()) {
            List<Piece> leading = compiler.leading(assigned);
            if (leading.isEmpty() || leading.size() < least) {
                return List.of();
            }
            compiled = compiler.compile(leading).filter(this::load);
            compiled.ifPresent(fresh -> repeats.keep(assigned, version, fresh));
        }
        compiled.ifPresent(it -> traces.place(it.unit(), it.steps(), errors));
        return compiled.map(QuickCompiler.Compiled::steps).orElse(List.of());
    }

    /** Runs a step; the control has its value, or what it threw. */
    void run(QuickStep step) {
        String name = step.temporary().isPresent() ? newName() : "";
        control.reset();
        try {
            control.invoke(step.type(), step.method());
        } catch (RunException e) {
            return; // the control has it
        } catch (InternalException e) {
            throw new IllegalStateException(e);
        } finally {
            step.temporary().ifPresent(type -> temporaries.keep(name, type, control.value()));
        }
    }

    /** The same exception with frames that name pieces. */
    Throwable translated(Throwable thrown) {
        return traces.translated(thrown);
    }

    private String newName() {
        names.refresh();
        String name = temporaries.nextName();
        while (names.contains(name)) {
            name = temporaries.nextName();
        }
        return name;
    }

    private boolean load(QuickCompiler.Compiled compiled) {
        ClassBytecodes[] classes =
                compiled.classes().entrySet().stream()
                        .map(each -> new ClassBytecodes(each.getKey(), each.getValue()))
                        .toArray(ClassBytecodes[]::new);
        try {
            loader.load(classes);
            return true;
        } catch (jdk.jshell.spi.ExecutionControl.ClassInstallException e) {
            return false;
        }
    }
}
