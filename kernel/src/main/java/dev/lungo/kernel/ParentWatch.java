package dev.lungo.kernel;

import java.util.Optional;

/**
 * Ends this process soon after Jupyter has died, so that no kernel is ever left behind.
 *
 * <p>Also while a cell runs an endless loop or native code. Jupyter names itself in the environment
 * variable JPY_PARENT_PID; a kernel started by hand has none and is not watched.
 */
final class ParentWatch implements Runnable {
    private static final int PERIOD_MILLIS = 1000;

    private final long jupyter;
    private final long firstParent = parent();

    private ParentWatch(long jupyter) {
        this.jupyter = jupyter;
    }

    static void start(String pid) {
        if (pid == null || !pid.matches("[1-9]\\d{0,17}")) {
            return;
        }
        var thread = new Thread(new ParentWatch(Long.parseLong(pid)), "lungo-parent");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        var process = ProcessHandle.of(jupyter);
        try {
            while (lives(process)) {
                Thread.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
        ProcessEnd.now(0);
    }

    private boolean lives(Optional<ProcessHandle> process) {
        // A dead parent that nobody waited for still counts as a process; its children know better.
        boolean adopted = firstParent == jupyter && parent() != jupyter;
        return !adopted && process.isPresent() && process.get().isAlive();
    }

    private static long parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }
}
