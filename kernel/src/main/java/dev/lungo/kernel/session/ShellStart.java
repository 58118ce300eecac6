package dev.lungo.kernel.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Starts a session's compilers on a thread of their own, JShell last.
 *
 * <p>JShell takes the processor time that the first cell would need, which mostly can do without.
 * So it waits until somebody asks for it, a cell has ended, or there was time for one.
 */
final class ShellStart {
    /** Long enough for a front end that sends a cell as soon as it can. */
    private static final int QUIET_MILLIS = 1000;

    private final CompletableFuture<Evaluator> early = new CompletableFuture<>();
    private final CompletableFuture<LiveShell> whole = new CompletableFuture<>();
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final SessionSettings settings;

    private ShellStart(SessionSettings settings) {
        this.settings = settings;
    }

    /** Begins to start; cells are to see what {@code loader} loads. */
    static ShellStart begin(
            SessionSettings settings, ClassLoader loader, Supplier<LiveShell> shell) {
        ShellStart start = new ShellStart(settings);
        Thread starter = new Thread(() -> start.run(shell), "start JShell");
        starter.setDaemon(true);
        starter.setContextClassLoader(loader);
        starter.start();
        return start;
    }

    private void run(Supplier<LiveShell> shell) {
        try {
            LiveShell live = shell.get();
            live.warmUp();
            // Options of the user's may be wrong: only JShell says so.
            if (settings.compilerOptions().isEmpty()) {
                early.complete(live.withoutShell());
                awaitNeed();
            }
            live.startShell();
            early.complete(live.withoutShell());
            whole.complete(live);
        } catch (IllegalArgumentException e) {
            fail(settings.explained(e));
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void awaitNeed() {
        try {
            wanted.await(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Throwable reason) {
        early.completeExceptionally(reason);
        whole.completeExceptionally(reason);
    }

    /** Says that JShell need not wait any longer. */
    void goOn() {
        wanted.countDown();
    }

    /** Is there when JShell is. */
    CompletableFuture<LiveShell> whole() {
        return whole;
    }

    /** Runs what needs nothing of JShell, while JShell is still starting; waited for. */
    Evaluator early() {
        return started(early);
    }

    /** The shell that {@code part} of a start leads to, waited for. */
    LiveShell shell(CompletableFuture<LiveShell> part) {
        goOn();
        return started(part);
    }

    private static <T> T started(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "JShell did not start: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
