package dev.lungo.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lets one thread of one Java process at a time write into a data set's folder.
 *
 * <p>The operating system frees the lock of a process that dies. The lock file itself stays:
 * deleting it would let two processes hold locks on two files of the same name.
 */
final class FetchLock implements AutoCloseable {
    private static final int POLL_MILLIS = 100;

    private final FileChannel channel;

    private FetchLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @param waiting called once if somebody else holds it
     */
    static FetchLock take(Path folder, Runnable waiting) throws IOException, InterruptedException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            if (!locked(channel)) {
                waiting.run();
                // Polling, because a waiting lock() fails for a second thread of one process.
                do {
                    Thread.sleep(POLL_MILLIS);
                } while (!locked(channel));
            }
            return new FetchLock(channel);
        } catch (IOException | InterruptedException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        }
    }

    /** Frees the lock. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
