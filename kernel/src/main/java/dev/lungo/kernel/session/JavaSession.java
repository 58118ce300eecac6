package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.CellParser;
import dev.lungo.kernel.magic.CellPart;
import dev.lungo.kernel.magic.MagicRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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
    private final CompletableFuture<LiveShell> shell;
    private volatile RunningCell running;

    /** Starts a session whose cells know {@code magics}; more can be registered at any time. */
    public JavaSession(MagicRegistry magics) {
        this.magics = magics;
        this.shell = LiveShell.start(classPath, loader);
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
                    "This thread does not belong to a cell, so it cannot use magics. Call it from"
                            + " the cell's own code.");
        }
        return cell.session();
    }

    /** The magics that cells know. */
    public MagicRegistry magics() {
        return magics;
    }

    /** What loads the classes that cells see; extensions are looked for here. */
    public ClassLoader classLoader() {
        return loader;
    }

    /** Adds source to run before the first cell, for example imports. */
    public void startup(String source) {
        shell.join().startup(source);
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

    private Outcome runParts(CellText cell, String source) {
        Outcome outcome = new Outcome.Done(null);
        for (CellPart part : CellParser.parse(source)) {
            if (part instanceof CellPart.Java java) {
                outcome = shell.join().evaluator().run(cell, java.source(), java.line());
            }
            if (outcome instanceof Outcome.Failed) {
                return outcome;
            }
        }
        return outcome;
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
        return new Completion(cursor, cursor, List.of());
    }

    @Override
    public Optional<String> inspect(String source, int cursor) {
        return Optional.empty();
    }

    @Override
    public Completeness completeness(String source) {
        return new Completeness(Completeness.Status.UNKNOWN, "");
    }

    @Override
    public void close() {
        shell.join().close();
        classPath.close();
    }
}
