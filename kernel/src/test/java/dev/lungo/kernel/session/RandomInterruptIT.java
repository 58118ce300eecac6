package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Interrupts at any moment: while a cell is read, compiled, begins, runs or ends. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RandomInterruptIT extends SessionTesting {
    private static final int INTERRUPTS = 200;
    private static final int LATEST_MILLIS = 60;
    private static final List<String> ENDLESS =
            List.of(
                    "while (true) { count++; }",
                    "while (true) { try { count++; } catch (Throwable t) {} }",
                    "Thread.sleep(60_000);",
                    "new CompletableFuture<String>().join();",
                    "Stream.of(new"
                        + " CompletableFuture<String>()).map(CompletableFuture::join).toList();",
                    "IntStream.range(0, 8).parallel().forEach(i -> { while (true) {} });",
                    "Executors.newCachedThreadPool().submit(() -> { while (true) {} }).get();");

    private final ScheduledExecutorService load = Executors.newScheduledThreadPool(2);
    private volatile boolean busy = true;

    @AfterEach
    void end() {
        busy = false;
        load.shutdownNow();
    }

    @Test
    void survives_two_hundred_under_load() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        load.execute(this::burn);
        value("long count = 0;\nint kept = 41;");
        for (int i = 0; i < ENDLESS.size(); i++) {
            value("void endless%d() throws Exception { %s }".formatted(i, ENDLESS.get(i)));
        }
        for (int i = 0; i < INTERRUPTS; i++) {
            int endless = random.nextInt(ENDLESS.size());
            // Again and again: an interrupt before the cell begins is meant for nothing.
            var interrupts =
                    load.scheduleWithFixedDelay(
                            session::interrupt,
                            random.nextInt(LATEST_MILLIS),
                            LATEST_MILLIS,
                            TimeUnit.MILLISECONDS);
            Outcome outcome = run("endless" + endless + "();");
            interrupts.cancel(false);
            assertThat(outcome)
                    .as("interrupt %d of %s, seed %d", i, ENDLESS.get(endless), seed)
                    .isInstanceOfSatisfying(
                            Outcome.Failed.class,
                            failed -> assertThat(failed.name()).isEqualTo("Interrupted"));
        }
        awaitQuiet();
        assertThat(value("kept + 1")).as("seed %d", seed).isEqualTo(42);
    }

    private void burn() {
        double x = 1;
        while (busy) {
            x = Math.sqrt(x + 1);
        }
        assertThat(x).isPositive();
    }

    /** A last interrupt may be on its way still. */
    private void awaitQuiet() {
        load.shutdown();
        busy = false;
        try {
            assertThat(load.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
