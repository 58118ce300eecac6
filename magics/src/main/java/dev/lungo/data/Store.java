package dev.lungo.data;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Writes files so that a name is there only with complete and verified content.
 *
 * @param folder where the files lie; the caller holds its lock
 * @param disk creates a file for writing
 */
record Store(Path folder, Disk disk) {
    private static final int BUFFER = 1 << 16;

    /** Creates a file for writing: {@code FileOutputStream::new}, or a test's failing one. */
    interface Disk {
        FileOutputStream create(String path) throws IOException;
    }

    /** Something that only this machine's disk can fail. */
    private interface DiskStep {
        void run() throws IOException;
    }

    /**
     * Puts one file in place, or leaves everything as it was.
     *
     * @param progress hears of the bytes written so far
     * @throws DiskException when the folder cannot be written
     * @throws IOException when the content cannot be read or is not what it should be
     */
    void put(RemoteFile file, InputStream content, LongConsumer progress) throws IOException {
        Path part = folder.resolve("." + file.name() + ".part");
        try {
            Optional<String> damage = write(file, content, part, progress);
            if (damage.isPresent()) {
                throw new IOException(file.name() + " from there is refused: it " + damage.get());
            }
            Path target = folder.resolve(file.name());
            onDisk(() -> Files.move(part, target, StandardCopyOption.ATOMIC_MOVE));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Optional<String> write(
            RemoteFile file, InputStream content, Path part, LongConsumer progress)
            throws IOException {
        Sha256 sum = new Sha256();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (FileOutputStream out = create(part)) {
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted");
                }
                size += n;
                if (size > file.size()) {
                    break;
                }
                int length = n;
                sum.add(buffer, length);
                onDisk(() -> out.write(buffer, 0, length));
                progress.accept(size);
            }
            onDisk(() -> out.getFD().sync());
        }
        return file.damage(size, sum.hex());
    }

    private FileOutputStream create(Path part) throws DiskException {
        try {
            return disk.create(part.toString());
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }

    private static void onDisk(DiskStep step) throws DiskException {
        try {
            step.run();
        } catch (IOException e) {
            throw new DiskException(e);
        }
    }
}
