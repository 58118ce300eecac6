package dev.lungo.engine.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lungo.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WaitingTests {
    private static final Path TASKS = Path.of("/proc/self/task");

    @Test
    void sleep_needs_a_thread_for_each_processor_and_waking_ends_them() throws Exception {
        assumeThat(Files.exists(TASKS) && Waiting.processors() > 1).isTrue();
        Engine.load();
        Waiting.asleep();
        await(() -> crew() >= Waiting.processors());
        Waiting.awake();
        // libtorch has another pool of threads, of which one may stay.
        await(() -> crew() < Waiting.processors());
        Waiting.asleep();
        await(() -> crew() >= Waiting.processors());
    }

    @Test
    void there_are_processors() {
        assertThat(Waiting.processors()).isPositive();
    }

    /** Threads take on the name of the one that began them; Linux keeps 15 letters of it. */
    private static long crew() {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.filter(task -> name(task).startsWith("lungo-idle-crew")).count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Path task) {
        try {
            return Files.readString(task.resolve("comm"));
        } catch (IOException e) {
            return "gone";
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
