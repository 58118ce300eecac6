package dev.lungo.kernel.session;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * How much longer a thread that was interrupted may take to end what it does.
 *
 * <p>A thread that runs is charged for the time that it ran: on a busy machine, code that is about
 * to end is not to be taken for code that never does.
 */
final class Patience {
    private static final long MILLIS = 120;

    /** An engine's step ends soon, and then the code around it stops. */
    private static final long NATIVE_FACTOR = 25;

    private final Thread thread;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private double left = MILLIS;
    private long ranNanos;

    Patience(Thread thread) {
        this.thread = thread;
        this.ranNanos = clock.getThreadCpuTime(thread.getId());
    }

    /** Whether it took too long, now that {@code millis} more have passed. */
    boolean isOver(long millis) {
        long before = ranNanos;
        ranNanos = clock.getThreadCpuTime(thread.getId());
        StackTraceElement[] stack = thread.getStackTrace();
        boolean inNative = stack.length > 0 && stack[0].isNativeMethod();
        if (inNative && stack[0].getModuleName() == null) {
            left -= (double) millis / NATIVE_FACTOR;
        } else if (!inNative && thread.getState() == Thread.State.RUNNABLE) {
            left -= (double) (ranNanos - before) / TimeUnit.MILLISECONDS.toNanos(1);
        } else {
            left -= millis;
        }
        return left <= 0;
    }
}
