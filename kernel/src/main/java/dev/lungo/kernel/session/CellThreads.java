package dev.lungo.kernel.session;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The threads of cells and all threads that cells start. */
final class CellThreads extends ThreadGroup {
    static final CellThreads GROUP = new CellThreads();

    private CellThreads() {
        super("cells");
    }

    /** One line for each thread that runs beside the cells: those left behind, and their own. */
    static List<String> besideCells() {
        Thread[] threads = new Thread[GROUP.activeCount() + 100];
        int count = GROUP.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .filter(thread -> !(thread instanceof CellThread cell) || cell.isLeftBehind())
                .sorted(Comparator.comparing(Thread::getName))
                .map(CellThreads::describe)
                .toList();
    }

    /** Where a thread is: the method it is in, in which class. */
    static String place(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length == 0
                ? "nowhere yet"
                : stack[0].getClassName() + "." + stack[0].getMethodName();
    }

    private static String describe(Thread thread) {
        return "%s: %s in %s".formatted(thread.getName(), doing(thread.getState()), place(thread));
    }

    private static String doing(Thread.State state) {
        return switch (state) {
            case RUNNABLE -> "runs";
            case BLOCKED -> "waits for a lock";
            case WAITING, TIMED_WAITING -> "waits";
            case NEW, TERMINATED -> "has ended";
        };
    }

    /** Shows what a thread of the user threw as if its cell had, unless the user handles it. */
    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        RunningCell cell = RunningCell.ofThread();
        if (cell == null || Thread.getDefaultUncaughtExceptionHandler() != null) {
            super.uncaughtException(thread, thrown);
        } else if (!cell.stopped()) {
            System.err.println("Thread " + thread.getName() + " ended:");
            cell.session().explain(thrown).forEach(System.err::println);
        }
    }
}
