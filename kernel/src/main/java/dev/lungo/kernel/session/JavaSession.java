package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.CellParser;
import dev.lungo.kernel.magic.CellPart;
import dev.lungo.kernel.magic.GeneralMagics;
import dev.lungo.kernel.magic.MagicHost;
import dev.lungo.kernel.magic.MagicRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The Java session of the kernel, on JShell in this process.
 *
 * <p>JShell starts in the background; the first cell waits for it, the constructor does not.
 *
 * <pre>{@code
 * try (JavaSession session = new JavaSession(new MagicRegistry())) {
 *     session.run("int x = 6;", 1);
 *     session.run("x * 7", 2); // Done[value=42]
 * }
 * }</pre>
 */
public final class JavaSession implements Session {
    private final MagicRegistry magics;
    private final CellClassPath classPath = new CellClassPath(OfferedLibrary.locate());
    private final CellLoader loader = new CellLoader(classPath, JavaSession.class.getClassLoader());
    private volatile CompletableFuture<LiveShell> shell;
    private volatile RunningCell running;

    /**
     * Starts a session whose cells know the general magics and those of {@code magics}, to which
     * more can be added at any time.
     */
    public JavaSession(MagicRegistry magics) {
        this(magics, true);
    }

    /**
     * Starts a session.
     *
     * @param quickly whether expressions and statements may be compiled beside JShell
     */
    JavaSession(MagicRegistry magics, boolean quickly) {
        this.magics = magics;
        GeneralMagics.register(magics, new Host());
        this.shell = LiveShell.start(classPath, loader, quickly);
    }

    /**
     * The session whose cell runs on, or started, the calling thread.
     *
     * @throws IllegalStateException on a thread of no cell
     */
    public static JavaSession current() {
        RunningCell cell = RunningCell.ofThread();
        if (cell == null) {
            throw new IllegalStateException(
                    "This thread does not belong to a cell, so it cannot use magics. Call them from"
                            + " the cell's own code.");
        }
        return cell.session();
    }

    /** The magics that cells know. */
    public MagicRegistry magics() {
        return magics;
    }

    /** What loads the classes that cells see; extensions are to be looked for here. */
    public ClassLoader classLoader() {
        return loader;
    }

    /** Adds source to run before the next cell, for example imports; returns at once. */
    public synchronized void startup(String source) {
        shell = shell.thenApply(live -> live.startup(source));
    }

    @Override
    public Outcome run(String source, int cell) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        RunningCell begun = RunningCell.begin(this);
        running = begun;
        thread.setContextClassLoader(loader);
        try {
            return runParts(CellText.of("cell " + cell, source), source);
        } finally {
            thread.setContextClassLoader(before);
            running = null;
            begun.end();
        }
    }

    @Override
    public void interrupt() {
        RunningCell cell = running;
        if (cell != null) {
            cell.stop();
        }
    }

    @Override
    public Completion complete(String source, int cursor) {
        String before = source.substring(0, cursor);
        Completion names = Completer.magics(magics, before);
        return names.matches().isEmpty()
                ? ask(live -> new Completer(live.analysis()).java(before))
                : names;
    }

    @Override
    public Optional<String> inspect(String source, int cursor) {
        return ask(live -> new Inspector(live.analysis()).inspect(source, cursor));
    }

    @Override
    public Completeness completeness(String source) {
        return ask(live -> CompletenessCheck.of(live.analysis(), source));
    }

    @Override
    public void close() {
        live().close();
        classPath.close();
    }

    private Outcome runParts(CellText cell, String source) {
        Outcome outcome = new Outcome.Done(null);
        for (CellPart part : CellParser.parse(source)) {
            if (part instanceof CellPart.Java java) {
                outcome = live().evaluator().run(cell, java.source(), java.line());
            } else {
                outcome = MagicPart.run(magics, cell, part);
            }
            if (outcome instanceof Outcome.Failed) {
                return outcome;
            }
        }
        return outcome;
    }

    private LiveShell live() {
        try {
            return shell.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "JShell did not start: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private <T> T ask(Function<LiveShell, T> question) {
        LiveShell live = live();
        live.compiling().lock();
        try {
            return question.apply(live);
        } finally {
            live.compiling().unlock();
        }
    }

    private final class Host implements MagicHost {
        @Override
        public List<String> addToClassPath(List<Path> entries) {
            CellClassPath.Addition addition = classPath.add(entries);
            live().classPathChanged();
            addition.remarks().forEach(System.out::println);
            return new ArrayList<>(addition.used().stream().map(Path::toString).toList());
        }

        @Override
        public void runSource(String source, String name) {
            if (runParts(CellText.of(name, source), source) instanceof Outcome.Failed failed) {
                throw new NestedFailure(failed);
            }
        }
    }
}
