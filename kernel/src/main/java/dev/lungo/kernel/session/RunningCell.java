package dev.lungo.kernel.session;

/**
 * A cell while it runs: who runs it, and how to stop it.
 *
 * <p>Threads that the cell starts inherit it.
 */
final class RunningCell {
    private static final InheritableThreadLocal<RunningCell> OF_THREAD =
            new InheritableThreadLocal<>();
    private static final long REPEAT_MILLIS = 20;

    private final JavaSession session;
    private final Thread thread = Thread.currentThread();
    private volatile boolean stopped;
    private boolean inUserCode;
    private boolean ended;

    private RunningCell(JavaSession session) {
        this.session = session;
    }

    /** Begins a cell on the calling thread. */
    static RunningCell begin(JavaSession session) {
        RunningCell cell = new RunningCell(session);
        OF_THREAD.set(cell);
        // Not when a cell ends: threads that it left behind are to stop, too.
        if (!session.stopping()) {
            StopCheck.rearm();
        }
        return cell;
    }

    /** The cell that runs on, or started, the calling thread; null for a thread of no cell. */
    static RunningCell ofThread() {
        return OF_THREAD.get();
    }

    JavaSession session() {
        return session;
    }

    boolean stopped() {
        return stopped;
    }

    /**
     * Says whether the thread runs code that may be interrupted.
     *
     * <p>The compiler may not: an interrupt closes the channels it reads jars through, for good.
     *
     * @return what was said before
     */
    synchronized boolean inUserCode(boolean now) {
        boolean before = inUserCode;
        inUserCode = now;
        if (!now && before) {
            Thread.interrupted();
        }
        return before;
    }

    /** Stops the cell: at a check, in a wait, or before its next statement. */
    synchronized void stop() {
        if (stopped || ended) {
            return;
        }
        stopped = true;
        StopCheck.trip(this);
        Thread repeat = new Thread(this::interruptUntilEnded, "interrupt");
        repeat.setDaemon(true);
        repeat.start();
    }

    /** Ends the cell; its thread is clean for the next one. */
    synchronized void end() {
        ended = true;
        OF_THREAD.remove();
        notifyAll();
        Thread.interrupted();
    }

    private void interruptUntilEnded() {
        if (!endsWhenInterrupted()) {
            session.leaveBehind(this);
            ((CellThread) thread).leave();
        }
    }

    /** Interrupts again and again; false when nothing comes of it. */
    private synchronized boolean endsWhenInterrupted() {
        Patience patience = new Patience(thread);
        while (!ended) {
            if (inUserCode) {
                thread.interrupt();
                if (patience.isOver() && thread instanceof CellThread stubborn) {
                    stubborn.giveUp();
                    ended = true;
                    return false;
                }
            }
            try {
                wait(REPEAT_MILLIS);
            } catch (InterruptedException e) {
                return true; // nobody interrupts this thread but the end of the process
            }
        }
        return true;
    }
}
