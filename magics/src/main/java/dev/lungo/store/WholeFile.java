package dev.lungo.store;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/** Writes a file whole or not at all: what stood there before stays until the new one is safe. */
public final class WholeFile {
    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes beside {@code file}, waits until it is on the disk, and then takes the file's place.
     *
     * @throws IOException if it cannot be written; the file is then as it was
     */
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        // Not Files.createTempFile, which hides files from everybody but their owner.
        String random = Long.toHexString(ThreadLocalRandom.current().nextLong());
        Path beside = Files.createFile(folder.resolve("." + file.getFileName() + random + ".part"));
        try {
            // Not Files.newOutputStream: an interrupt would close its channel in the middle.
            File target = beside.toFile();
            try (FileOutputStream raw = new FileOutputStream(target);
                    OutputStream out = new BufferedOutputStream(raw, 1 << 16)) {
                content.writeTo(out);
                out.flush();
                raw.getFD().sync();
            }
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
