package dev.lungo.kernel.session;

import dev.lungo.kernel.magic.CellParser;
import dev.lungo.kernel.magic.CellPart;
import dev.lungo.kernel.magic.GeneralMagics;
import dev.lungo.kernel.magic.MagicRegistry;
import dev.lungo.kernel.magic.MavenLines;
import dev.lungo.kernel.maven.MavenMagics;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The Java session of the kernel, on JShell in this process.
 *
 * <p>JShell starts in the background. The constructor does not wait for it, and the first cells
 * only if they need it.
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
    private final StartupScripts scripts;
    private final CellClassPath classPath = new CellClassPath(OfferedLibrary.locate());
    private final SessionHost host = new SessionHost(this, classPath);
    private final CellLoader loader = new CellLoader(classPath, JavaSession.class.getClassLoader());
    private final StartSources sources = new StartSources();
    private final ShellStart start;
    private volatile CompletableFuture<LiveShell> shell;
    private final Set<RunningCell> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile long lastUse = System.nanoTime();

    /**
     * Starts a session whose cells know the general magics and those of {@code magics}, to which
     * more can be added at any time.
     */
    public JavaSession(MagicRegistry magics) {
        this(magics, System.getenv());
    }

    /** A session that finds its settings in this environment. */
    JavaSession(MagicRegistry magics, Map<String, String> environment) {
        this(magics, environment, Redefiner.ofProcess(), true);
    }

    /**
     * Starts a session.
     *
     * @param environment where the IJAVA_ variables are
     * @param redefiner what gives classes new bodies, when there is one
     * @param quickly whether expressions and statements may be compiled beside JShell
     */
    JavaSession(
            MagicRegistry magics,
            Map<String, String> environment,
            Optional<Redefiner> redefiner,
            boolean quickly) {
        this.magics = magics;
        SessionSettings settings = SessionSettings.of(environment);
        this.scripts = new StartupScripts(settings, host);
        GeneralMagics.register(magics, host);
        MavenMagics.register(magics, host, settings.offline());
        magics.registerLineMagic("threads", arguments -> listThreads());
        this.start =
                ShellStart.begin(
                        settings,
                        loader,
                        () ->
                                new LiveShell(
                                        classPath, loader, settings, redefiner, sources, quickly));
        this.shell = start.whole();
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

    /** What loads the classes that cells see. */
    ClassLoader classLoader() {
        return loader;
    }

    /** Where extensions are to be looked for: the library, without the jars that it needs. */
    public ClassLoader extensions() {
        return new ClassLoader(loader) {
            @Override
            public Enumeration<URL> getResources(String name) {
                return Collections.enumeration(classPath.inLibrary(name));
            }
        };
    }

    /** Adds source to run before the next cell, for example imports; returns at once. */
    public synchronized void startup(String source) {
        sources.add(source);
        shell = shell.thenApply(live -> live.startup(source));
    }

    /**
     * Once JShell has started and no cell runs, does what makes later cells and questions quick.
     */
    public void useIdleTime() {
        shell.thenRun(() -> new IdleTime(this, this::idleNanos).begin());
    }

    private long idleNanos() {
        boolean used = !running.isEmpty() || questions.get() > 0;
        return used ? 0 : System.nanoTime() - lastUse;
    }

    /**
     * Runs source inside the running cell, as the cell's own code can ask for; gives its value.
     *
     * @throws RuntimeException when it fails, with its own message
     */
    public Object eval(String source) {
        return host.runSource(source, "eval");
    }

    /** Adds jars and class folders to the class path of the cells; returns those in use. */
    public List<String> addToClassPath(List<Path> entries) {
        return host.addToClassPath(entries);
    }

    @Override
    public Outcome run(String source, int cell) {
        return within(
                () -> {
                    try {
                        scripts.runOnce();
                        return runParts(CellText.of("cell " + cell, source), source);
                    } catch (NestedFailure e) {
                        return e.failed();
                    } finally {
                        start.goOn();
                    }
                });
    }

    @Override
    public void attend(Callback callback) throws Exception {
        Throwable thrown =
                within(
                        () -> {
                            RunningCell cell = RunningCell.ofThread();
                            cell.inUserCode(true);
                            Throwable failure = null;
                            try {
                                callback.run();
                            } catch (Throwable e) {
                                failure = e;
                            } finally {
                                cell.inUserCode(false);
                            }
                            return cell.stopped()
                                    ? new InterruptedException(Interruption.MESSAGE)
                                    : failure;
                        });
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown != null) {
            throw (Exception) thrown;
        }
    }

    private <T> T within(Supplier<T> cell) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        RunningCell begun = RunningCell.begin(this);
        running.add(begun);
        thread.setContextClassLoader(loader);
        try {
            return cell.get();
        } finally {
            thread.setContextClassLoader(before);
            lastUse = System.nanoTime();
            running.remove(begun);
            begun.end();
        }
    }

    /** Goes on without a cell that cannot be stopped. */
    void leaveBehind(RunningCell cell) {
        running.remove(cell);
    }

    /** The lines for what a thread of the user threw. */
    public List<String> explain(Throwable thrown) {
        // Not on the user's thread: an interrupt there would close the compiler's files.
        CompletableFuture<List<String>> lines = new CompletableFuture<>();
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                lines.complete(live().evaluator().explain(thrown));
                            } catch (RuntimeException | Error e) {
                                lines.complete(List.of(String.valueOf(thrown)));
                            }
                        },
                        "explain");
        thread.setDaemon(true);
        thread.start();
        return lines.join();
    }

    private static Void listThreads() {
        List<String> threads = CellThreads.besideCells();
        System.out.println(
                threads.isEmpty()
                        ? "No thread runs beside the cells."
                        : String.join("\n", threads));
        return null;
    }

    /** Whether a cell is on its way to its end after an interrupt. */
    boolean stopping() {
        return running.stream().anyMatch(RunningCell::stopped);
    }

    @Override
    public void interrupt(Predicate<Thread> threads) {
        // A copy: a cell that begins meanwhile is not meant.
        List.copyOf(running).stream()
                .filter(cell -> threads.test(cell.thread()))
                .forEach(RunningCell::stop);
    }

    @Override
    public Completion complete(String source, int cursor) {
        String before = source.substring(0, cursor);
        return Completer.magics(magics, before)
                .orElseGet(() -> ask(live -> live.completer().java(before)));
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
        start.goOn();
        shell.handle(JavaSession::closed).join();
        classPath.close();
    }

    Outcome runParts(CellText cell, String source) {
        Outcome outcome = new Outcome.Done(null);
        for (CellPart part : MavenLines.together(CellParser.parse(source))) {
            if (part instanceof CellPart.Java java) {
                outcome = run(cell, java);
            } else {
                outcome = MagicPart.run(magics, cell, part);
            }
            if (outcome instanceof Outcome.Failed) {
                return outcome;
            }
        }
        return outcome;
    }

    private Outcome run(CellText cell, CellPart.Java java) {
        return runEarly(cell, java)
                .orElseGet(() -> live().evaluator().run(cell, java.source(), java.line()));
    }

    /** The first cells do not wait for JShell, if they need nothing of it. */
    private Optional<Outcome> runEarly(CellText cell, CellPart.Java java) {
        if (shell.isDone() || !sources.addsOnlyImports()) {
            return Optional.empty();
        }
        return start.early().runWithoutShell(cell, java.source(), java.line());
    }

    private static Void closed(LiveShell live, Throwable failed) {
        if (live != null) {
            live.close();
        }
        return null;
    }

    LiveShell live() {
        return start.shell(shell);
    }

    private <T> T ask(Function<LiveShell, T> question) {
        questions.incrementAndGet();
        try {
            return askUnseen(question);
        } finally {
            lastUse = System.nanoTime();
            questions.decrementAndGet();
        }
    }

    /** Asks for the kernel itself, which uses its idle time. */
    <T> T askUnseen(Function<LiveShell, T> question) {
        LiveShell live = live();
        live.compiling().lock();
        try {
            return question.apply(live);
        } finally {
            live.compiling().unlock();
        }
    }
}
