package dev.lungo.kernel.maven;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferResource;

/**
 * Shows how far downloads are, in one line that is written over, and ends them when asked to.
 *
 * <p>Small files come too quickly to speak of. A file whose checksum is wrong is not used.
 */
final class Downloads extends AbstractTransferListener {
    private static final long MEGABYTE = 1 << 20;
    private static final long LARGE = 4 * MEGABYTE;
    private static final long PERIOD_NANOS = 250_000_000;

    private record State(long done, long total) {}

    private final Map<TransferResource, State> large = new ConcurrentHashMap<>();
    private final boolean each;
    private volatile boolean cancelled;
    private long spoke;
    private int width;

    /** Downloads of one resolution; {@code each} to name every file as it comes. */
    Downloads(boolean each) {
        this.each = each;
    }

    /** Makes every download end with an exception at its next step. */
    void cancel() {
        cancelled = true;
    }

    /** Ends the line that was written over. */
    synchronized void end() {
        if (width > 0 && !cancelled) {
            long total = large.values().stream().mapToLong(State::total).sum();
            say("downloaded " + total / MEGABYTE + " MB");
            System.out.println();
        }
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        throwIfCancelled();
    }

    @Override
    public void transferStarted(TransferEvent event) throws TransferCancelledException {
        throwIfCancelled();
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        throwIfCancelled();
        TransferResource file = event.getResource();
        if (file.getContentLength() >= LARGE) {
            large.put(file, new State(event.getTransferredBytes(), file.getContentLength()));
            showProgress();
        }
    }

    @Override
    public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
        if (!(event.getException() instanceof ChecksumFailureException failure)
                || failure.getExpected().isEmpty()) {
            return; // a repository need not have checksums
        }
        throw new TransferCancelledException(
                "what came for "
                        + event.getResource().getResourceName()
                        + " is damaged: "
                        + failure.getMessage());
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        if (each) {
            System.out.println(
                    "from "
                            + event.getResource().getRepositoryId()
                            + ": "
                            + event.getResource().getResourceName());
        }
    }

    private void throwIfCancelled() throws TransferCancelledException {
        if (cancelled) {
            throw new TransferCancelledException("the cell was interrupted");
        }
    }

    private synchronized void showProgress() {
        long now = System.nanoTime();
        if (width > 0 && now - spoke < PERIOD_NANOS) {
            return;
        }
        spoke = now;
        long done = large.values().stream().mapToLong(State::done).sum();
        long total = large.values().stream().mapToLong(State::total).sum();
        say("downloading: " + done / MEGABYTE + " of " + total / MEGABYTE + " MB");
    }

    /** Front ends take a carriage return for the begin of the line, as terminals do. */
    private void say(String text) {
        System.out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        System.out.flush();
        width = text.length();
    }
}
