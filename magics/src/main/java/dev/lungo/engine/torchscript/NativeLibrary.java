package dev.lungo.engine.torchscript;

import ai.djl.engine.Engine;
import dev.lungo.data.Cache;
import dev.lungo.engine.EngineException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Loads libtorch through DJL from the jar that carries it, unpacked once into the cache. */
final class NativeLibrary {
    /** The DJL whose files this package was written for; others load other native code. */
    private static final String DJL = "0.35.1";

    private NativeLibrary() {}

    static Engine load() {
        checkVersion();
        Path folder = Cache.folder().resolve("djl");
        useUnlessSet("slf4j.internal.verbosity", "ERROR");
        useUnlessSet("DJL_CACHE_DIR", folder.toString());
        useUnlessSet("ENGINE_CACHE_DIR", folder.toString());
        // The native code is in a jar: nothing has to be fetched, and nothing may phone home.
        useUnlessSet("ai.djl.offline", "true");
        useUnlessSet("OPT_OUT_TRACKING", "true");
        try (FileChannel unpacking = lockFile(folder)) {
            // Two processes that unpack at once would read each other's half-written files.
            unpacking.lock();
            return Engine.getEngine("PyTorch");
        } catch (IOException e) {
            throw new EngineException(
                    "PyTorch's native code needs a folder to unpack into. Received: "
                            + folder
                            + ", which fails with: "
                            + e.getMessage()
                            + ". Set LUNGO_CACHE to a folder that can be written and has 1 GB"
                            + " free.",
                    e);
        } catch (RuntimeException | LinkageError e) {
            throw new EngineException(
                    "PyTorch's native code cannot be loaded on this machine ("
                            + System.getProperty("os.name")
                            + ", "
                            + System.getProperty("os.arch")
                            + "): "
                            + rootMessage(e)
                            + ". Supported are Linux (x86_64, aarch64), macOS on Apple silicon and"
                            + " Windows (x86_64), with 1 GB free in "
                            + folder
                            + ".",
                    e);
        }
    }

    private static FileChannel lockFile(Path folder) throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(
                folder.resolve("unpacking.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
    }

    /** A notebook may bring a DJL of its own; training needs ours. */
    private static void checkVersion() {
        String found = Engine.class.getPackage().getImplementationVersion();
        if (found != null && !found.equals(DJL)) {
            throw new EngineException(
                    "Lungo trains with DJL "
                            + DJL
                            + ", but this notebook brought DJL "
                            + found
                            + ". Restart the kernel and leave its %maven line out to train with"
                            + " Lungo.",
                    null);
        }
    }

    private static void useUnlessSet(String property, String value) {
        if (System.getProperty(property) == null && System.getenv(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
