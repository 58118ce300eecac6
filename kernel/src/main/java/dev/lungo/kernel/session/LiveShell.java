package dev.lungo.kernel.session;

import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** A JShell with what every notebook has, what runs cells beside it, and the lock around both. */
final class LiveShell implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LiveShell.class.getName());

    private final ReentrantLock compiling = new ReentrantLock();
    private final Temporaries temporaries = new Temporaries();
    private final CellClassPath classPath;
    private final SessionSettings settings;
    private final StartSources sources;
    private final CellControl control;
    private final Optional<QuickPath> quick;
    private final Evaluator evaluator;
    private JShell shell;

    /** Compilers that are cold, without JShell. */
    LiveShell(
            CellClassPath classPath,
            CellLoader loader,
            SessionSettings settings,
            Optional<Redefiner> redefiner,
            StartSources sources,
            boolean quickly) {
        this.classPath = classPath;
        this.settings = settings;
        this.sources = sources;
        StatementLimit limit = new StatementLimit(settings.statementLimit());
        this.control = new CellControl(loader, compiling, redefiner, limit);
        this.quick =
                quickly
                        // Files of its own: JShell reads others at the same time.
                        ? QuickPath.of(control, loader, temporaries, sources, files(ownFiles()))
                        : Optional.empty();
        if (quickly && quick.isEmpty()) {
            LOG.log(Level.WARNING, QuickCells.MISSING);
        }
        this.evaluator =
                new Evaluator(control, quick, compiling, limit, new MissingImports(classPath));
    }

    /** Compiles something, so that the first cell finds a warm compiler. */
    void warmUp() {
        evaluator.warmUp();
    }

    /** Runs cells that need nothing of JShell, also before it has started. */
    Evaluator withoutShell() {
        return evaluator;
    }

    /** Starts JShell. */
    void startShell() {
        control.reserveMemory();
        // No lock: nobody else has this shell yet, and early cells go on meanwhile.
        shell =
                JShell.builder()
                        .executionEngine(new InProcess(control), Map.of())
                        .fileManager(this::files)
                        .tempVariableNameGenerator(temporaries::nextName)
                        .compilerOptions(options(settings))
                        .build();
        sources.usual().forEach(shell::eval);
        evaluator.arrived(shell);
    }

    private CellFileManager files(StandardJavaFileManager jdk) {
        List<Path> kernel =
                List.of(OfferedLibrary.kernelPath(), OfferedLibrary.origin(Magics.class));
        return new CellFileManager(jdk, classPath, kernel);
    }

    private static StandardJavaFileManager ownFiles() {
        return ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    }

    private static String[] options(SessionSettings settings) {
        List<String> options = new ArrayList<>(List.of("-parameters", "-g"));
        options.addAll(settings.compilerOptions());
        return options.toArray(String[]::new);
    }

    /** Whether cells have declared a variable of this name. */
    boolean hasVariable(String name) {
        compiling.lock();
        try {
            return shell.variables().anyMatch(variable -> variable.name().equals(name));
        } finally {
            compiling.unlock();
        }
    }

    /** Runs cells, once all that the session starts with has run. */
    Evaluator evaluator() {
        compiling.lock();
        try {
            quick.ifPresent(path -> path.follow(shell));
        } finally {
            compiling.unlock();
        }
        return evaluator;
    }

    ReentrantLock compiling() {
        return compiling;
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /** Runs source that belongs to no cell; a failure is printed and the session goes on. */
    LiveShell startup(String source) {
        Outcome outcome = evaluator.run(CellText.of("start-up", source), source, 1);
        if (outcome instanceof Outcome.Failed failed) {
            failed.trace().forEach(System.err::println);
        }
        return this;
    }

    /** Answers what could stand at the end of a source. */
    Completer completer() {
        return new Completer(analysis(), new PackageNames(classPath));
    }

    /** Makes the compiler read the class path anew. */
    void classPathChanged() {
        RunningCell cell = RunningCell.ofThread();
        boolean before = cell != null && cell.inUserCode(false);
        compiling.lock();
        try {
            evaluator.renewCompilers();
        } finally {
            compiling.unlock();
            if (cell != null) {
                cell.inUserCode(before);
            }
        }
    }

    @Override
    public void close() {
        shell.close();
    }

    /** Hands JShell the control that was made for it. */
    private record InProcess(CellControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "lungo";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return control;
        }
    }
}
