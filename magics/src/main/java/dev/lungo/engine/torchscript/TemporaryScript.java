package dev.lungo.engine.torchscript;

import dev.lungo.store.WholeFile;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hands a script to libtorch, which takes it from a file. */
final class TemporaryScript {
    /** Loads a file. */
    interface Loader<T, E extends Exception> {
        T load(Path file) throws IOException, E;
    }

    private TemporaryScript() {}

    /** What {@code loader} makes of the script; the file is gone afterwards. */
    static <T, E extends Exception> T load(WholeFile.Content script, Loader<T, E> loader)
            throws IOException, E {
        Path folder = Files.createTempDirectory("lungo");
        Path file = folder.resolve("net.pt");
        try {
            // Not Files.newOutputStream: an interrupt would close its channel in the middle.
            try (OutputStream out =
                    new BufferedOutputStream(new FileOutputStream(file.toFile()), 1 << 16)) {
                script.writeTo(out);
            }
            return loader.load(file);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}
