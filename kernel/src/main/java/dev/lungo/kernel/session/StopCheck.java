package dev.lungo.kernel.session;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * What {@link Weaver} puts into the code of cells so that an endless loop can be stopped.
 *
 * <p>All checks share one call site. As long as nothing is to be stopped it leads nowhere and the
 * JIT compiles it to nothing: a volatile flag in its place costs tight loops up to 2.5 times.
 *
 * <p>Public because the code of cells links to it; not for people.
 */
public final class StopCheck {
    private static final MethodHandle GO_ON =
            MethodHandles.empty(MethodType.methodType(void.class));
    private static final MethodHandle LOOK = look();
    private static final MutableCallSite SITE = new MutableCallSite(GO_ON);

    /** Made here, because at the end of a stack its class could not be loaded. */
    @SuppressWarnings("UnusedVariable")
    private static final Stop LOADED = new Stop(null, new StackTraceElement[0]);

    /** The last one of each thread. */
    private static final ThreadLocal<Stop> NEWEST = new ThreadLocal<>();

    private static volatile RunningCell lastStopped;

    private StopCheck() {}

    /**
     * Thrown in the code of a cell that was interrupted.
     *
     * <p>Code that catches it meets the next one at once, in a deep recursion thousands of times.
     * Only the first looks where it is, for that takes longer than all the rest.
     */
    static final class Stop extends ThreadDeath {
        private static final long serialVersionUID = 1;

        private final transient RunningCell cell;
        private final StackTraceElement[] trace;

        private Stop(RunningCell cell, StackTraceElement[] trace) {
            this.cell = cell;
            this.trace = trace;
        }

        private static Stop of(RunningCell cell) {
            Stop before = NEWEST.get();
            boolean again = before != null && before.cell == cell;
            Stop stop = new Stop(cell, again ? before.trace : new Throwable().getStackTrace());
            NEWEST.set(stop);
            return stop;
        }

        /** Not set, because Throwable would copy it for each of thousands. */
        @Override
        public StackTraceElement[] getStackTrace() {
            return trace.clone();
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    /** Links a check; called by the virtual machine. */
    public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type) {
        return SITE;
    }

    /** Stands in for {@code System.exit}, which would take all results of the notebook along. */
    public static void exit(int status) {
        throw new UnsupportedOperationException(
                "exit("
                        + status
                        + ") would end the kernel and lose every variable. To start afresh, restart"
                        + " the kernel from the Kernel menu.");
    }

    /** Stands in for {@code Runtime.exit} and {@code Runtime.halt}. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** Stands in for {@code CompletableFuture.join}, which waits on when it is interrupted. */
    public static Object join(CompletableFuture<?> future) {
        boolean interrupted = false;
        while (!future.isDone()) {
            try {
                future.get();
            } catch (InterruptedException e) {
                throwIfStopped();
                interrupted = true;
            } catch (ExecutionException | CancellationException done) {
                break; // join has its own way to say it
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return future.join();
    }

    /** Makes every check look whether its cell was stopped. */
    static void trip(RunningCell cell) {
        lastStopped = cell;
        aim(LOOK);
    }

    /** Makes the checks cost nothing again. */
    static void rearm() {
        if (SITE.getTarget() != GO_ON) {
            lastStopped = null;
            aim(GO_ON);
        }
    }

    private static void aim(MethodHandle target) {
        SITE.setTarget(target);
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    private static void throwIfStopped() {
        // Workers of the common pool belong to no cell: they obey the last one that was stopped.
        boolean shared = Thread.currentThread() instanceof ForkJoinWorkerThread;
        RunningCell cell = shared ? lastStopped : RunningCell.ofThread();
        if (cell != null && cell.stopped()) {
            throw Stop.of(cell);
        }
    }

    private static MethodHandle look() {
        try {
            return MethodHandles.lookup()
                    .findStatic(
                            StopCheck.class, "throwIfStopped", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no throwIfStopped", e);
        }
    }
}
