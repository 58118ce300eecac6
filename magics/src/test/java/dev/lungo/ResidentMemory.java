package dev.lungo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The memory a process holds, native memory too, and whether it grows; told by Linux alone. */
public final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int LOOKS = 3;

    private ResidentMemory() {}

    /** Whether this system tells. */
    public static boolean known() {
        return Files.exists(STATUS);
    }

    /**
     * In MB, when what nobody uses is freed: the lowest of some looks, as freeing takes a while.
     */
    public static double megabytes() throws IOException, InterruptedException {
        double lowest = Double.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            collect();
            Thread.sleep(200);
            lowest = Math.min(lowest, now());
        }
        return lowest;
    }

    /**
     * How much a series of figures grows from its first to its last, in percent of its median.
     *
     * <p>What leaks grows from each figure to the next; the JVM takes or gives back 20 MB once, at
     * any time. So the smaller of two slopes: the median of all steps, which one or two jumps leave
     * as it is, and the median between all pairs (Theil and Sen), which noise does.
     */
    public static double growth(List<Double> figures) {
        int count = figures.size();
        List<Double> steps = new ArrayList<>();
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                slopes.add((figures.get(j) - figures.get(i)) / (j - i));
            }
            if (i > 0) {
                steps.add(figures.get(i) - figures.get(i - 1));
            }
        }
        double slope = Math.min(median(steps), median(slopes));
        return 100 * slope * (count - 1) / median(figures);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int count = sorted.size();
        return (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    }

    /** Models are freed by finalizers, tensors by a cleaner. */
    private static void collect() {
        System.gc();
        System.runFinalization();
    }

    private static double now() throws IOException {
        String resident =
                Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .findFirst()
                        .orElseThrow();
        return Double.parseDouble(resident.replaceAll("\\D", "")) / 1024;
    }
}
