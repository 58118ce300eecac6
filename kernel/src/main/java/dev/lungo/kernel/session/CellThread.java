package dev.lungo.kernel.session;

/**
 * A thread for cells that is left behind when a cell on it cannot be stopped.
 *
 * <p>Java has no way to end a thread that ignores interrupts in a library's loop, in native code or
 * at a lock. It runs on, and cells go on in another thread.
 */
public abstract class CellThread extends Thread {
    private volatile boolean leftBehind;

    protected CellThread(String name) {
        super(CellThreads.GROUP, null, name);
        setDaemon(true);
    }

    /** Whether its cell was answered without it. */
    public final boolean isLeftBehind() {
        return leftBehind;
    }

    /** Gives it up; its cell sees that as soon as it can go on. */
    final void giveUp() {
        leftBehind = true;
    }

    /** Lets cells go on without it. */
    final void leave() {
        Outcome.Failed instead = Interruption.leftBehind(this);
        setName("left behind by " + getName());
        leftBehind(instead);
    }

    /**
     * Takes the cell and all that comes after it off this thread; called by another thread.
     *
     * @param instead how the cell ended for the user
     */
    protected abstract void leftBehind(Outcome.Failed instead);
}
