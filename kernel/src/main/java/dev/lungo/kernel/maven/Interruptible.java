package dev.lungo.kernel.maven;

import dev.lungo.kernel.magic.MagicException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that a cell waits for on another thread, so that an interrupt ends the wait at once.
 *
 * <p>A thread that reads from a server takes no notice of interrupts.
 */
final class Interruptible {
    private Interruptible() {}

    /** The result of {@code work}; {@code cancel} is called when the calling cell is stopped. */
    static <T> T call(Callable<T> work, Runnable cancel) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread worker = new Thread(task, "lungo-maven");
        worker.setDaemon(true);
        // The resolver looks for its parts here, and the cell's loader hides them.
        worker.setContextClassLoader(Interruptible.class.getClassLoader());
        worker.start();
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            cancel.run();
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new MagicException("the cell was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MagicException failed) {
                // With the stack of the cell, which leads to the line that failed.
                throw new MagicException(failed.getMessage());
            }
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            if (e.getCause() instanceof Error failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
