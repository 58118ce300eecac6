package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lungo.data.Dataset;
import dev.lungo.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OwnStepsMemoryIT {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Dataset DATA = Pictures.of(64);

    /** Half a megabyte in each step, which nobody closes: 2.5 GB in all. */
    @Test
    void thousands_of_steps_keep_memory_level() throws Exception {
        assumeThat(STATUS).as("resident memory can be read").exists();
        Model model =
                sequential(
                                input(8, 8, 1),
                                flatten(),
                                dense(256).relu(),
                                layer("custom", x -> x.max().value() > 1e9 ? x.neg() : x),
                                dropout(0.1),
                                dense(3).softmax())
                        .compile(adam(1e-4), sparseCategoricalCrossentropy());
        steps(model, 1000);
        long before = residentAfterCollection();
        steps(model, 4000);
        assertThat(residentAfterCollection() / (double) before).isLessThan(1.1);
    }

    /** Half of them by the model's loss, half by one of our own. */
    private static void steps(Model model, int count) {
        for (int step = 0; step < count; step += 2) {
            for (var batch : DATA.batches(64)) {
                model.step(batch);
                Tensor said = model.apply(batch.x());
                model.step(said.pick(batch.y()).log().neg().mean());
            }
        }
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
