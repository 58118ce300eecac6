package dev.lungo.kernel.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * How much longer a thread that was interrupted may take to end what it does.
 *
 * <p>A thread that runs is charged for the time that it ran: on a busy machine, code that is about
 * to end is not to be taken for code that never does. But the user waits, so the time that passes
 * counts too, by less.
 */
final class Patience {
    private static final double MILLIS = 150;

    /** Of the time in which a thread that wants to run got no processor. */
    private static final double PASSING_FACTOR = 0.5;

    /** An engine's step ends soon, and then the code around it stops. */
    private static final double NATIVE_FACTOR = 0.04;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long thread;
    private double left = MILLIS;
    private double now;
    private double ran;

    Patience(Thread thread) {
        this.thread = thread.getId();
        this.now = millis(System.nanoTime());
        this.ran = ranMillis();
    }

    /** Whether it took too long by now. */
    boolean isOver() {
        double before = now;
        double ranBefore = ran;
        now = millis(System.nanoTime());
        ran = ranMillis();
        left -= charge(now - before, ran - ranBefore);
        return left <= 0;
    }

    private double charge(double passed, double used) {
        // One frame: all those of a deep recursion take longer than its end.
        ThreadInfo info = threads.getThreadInfo(thread, 1);
        if (info == null || info.getStackTrace().length == 0) {
            return passed;
        }
        StackTraceElement method = info.getStackTrace()[0];
        if (method.isNativeMethod()) {
            return method.getModuleName() == null ? NATIVE_FACTOR * passed : passed;
        }
        return info.getThreadState() == Thread.State.RUNNABLE
                ? Math.max(used, PASSING_FACTOR * passed)
                : passed;
    }

    private double ranMillis() {
        return millis(threads.getThreadCpuTime(thread));
    }

    private static double millis(long nanos) {
        return (double) nanos / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
