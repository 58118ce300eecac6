package dev.lungo.engine.torchscript;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * How libtorch's threads wait for each other in every operation: asleep, or awake in a loop.
 *
 * <p>Awake, two of them train up to 1.6 times as fast. Beside another busy process they then take
 * the processor from the very thread they wait for, and a step takes ten times as long or more.
 *
 * <p>libtorch cannot be told which, but GNU's OpenMP library, which its threads belong to, lets
 * them loop only while there are no more of them than processors (libgomp, {@code
 * gomp_managed_threads} in config/linux/wait.h). So a crew that never gets any work puts all others
 * to sleep, until it is dismissed. Other systems' libraries take no notice.
 */
final class Waiting {
    /** Values for each thread that make an operation worth all of them. */
    private static final int SHARE = 1 << 16;

    private static Thread crew;

    private Waiting() {}

    static synchronized void asleep() {
        if (crew == null) {
            crew = new Thread(Waiting::doNothing, "lungo-idle-crew");
            crew.setDaemon(true);
            crew.start();
        }
    }

    static synchronized void awake() {
        if (crew != null) {
            crew.interrupt();
            crew = null;
        }
    }

    /** The threads of an operation stay with the thread that began it, until that ends. */
    private static void doNothing() {
        int processors = processors();
        JniUtils.setNumThreads(processors);
        try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
            manager.zeros(new Shape((long) SHARE * processors)).addi(1);
        }
        while (!Thread.interrupted()) {
            LockSupport.park();
        }
    }

    /** As many as libgomp counts: a container's share of processor time means nothing to it. */
    static int processors() {
        int known = Runtime.getRuntime().availableProcessors();
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("Cpus_allowed:"))
                    .map(line -> line.replaceAll("Cpus_allowed:|[\\s,]", ""))
                    .mapToInt(mask -> new BigInteger(mask, 16).bitCount())
                    .findFirst()
                    .orElse(known);
        } catch (IOException e) {
            return known;
        }
    }
}
