package dev.lungo.tensor;

import static dev.lungo.Lungo.randn;
import static dev.lungo.Lungo.variable;
import static dev.lungo.Lungo.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TensorMemoryIT {
    private static final Path STATUS = Path.of("/proc/self/status");

    /** 3 MB of arrays in each step, which nobody closes: 15 GB in all. */
    @Test
    void thousands_of_steps_keep_memory_level() throws Exception {
        assumeThat(STATUS).as("resident memory can be read").exists();
        Tensor w = variable(randn(256, 256).mul(0.05));
        Tensor x = randn(256, 256);
        for (int step = 0; step < 2000; step++) {
            w = stepped(w, x);
        }
        long before = residentAfterCollection();
        for (int step = 0; step < 3000; step++) {
            w = stepped(w, x);
        }
        // A tenth of some 800 MB is one part in a hundred of what the steps took.
        assertThat(residentAfterCollection() / (double) before).isLessThan(1.1);
        assertThat(w.shape()).isEqualTo(zeros(256, 256).shape());
    }

    private static Tensor stepped(Tensor w, Tensor x) {
        Tensor loss = x.matmul(w).tanh().mul(0.5).sub(x).square().mean();
        return variable(w.sub(loss.gradient(w).mul(0.1)));
    }

    private static long residentAfterCollection() throws IOException, InterruptedException {
        System.gc();
        Thread.sleep(300);
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
