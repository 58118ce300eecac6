package dev.lungo.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.data.Dataset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TwoTrainingsTests {
    private static final Dataset DATA = Pictures.of(200);

    @Test
    @Timeout(60)
    void draw_their_own_random_numbers() throws InterruptedException {
        List<Double> alone = losses();
        AtomicInteger batches = new AtomicInteger();
        Thread other =
                new Thread(
                        () ->
                                Small.model()
                                        .fit(
                                                DATA,
                                                f ->
                                                        f.epochs(100_000)
                                                                .quiet()
                                                                .onBatch(
                                                                        batch ->
                                                                                batches
                                                                                        .incrementAndGet())));
        other.setUncaughtExceptionHandler((thread, stopped) -> {});
        other.start();
        while (batches.get() < 10) {
            Thread.sleep(1);
        }
        int before = batches.get();
        List<Double> beside = losses();
        assertThat(batches.get()).isGreaterThan(before);
        other.interrupt();
        other.join();
        assertThat(beside).isEqualTo(alone);
    }

    private static List<Double> losses() {
        Model model = Small.model();
        return model.fit(DATA, f -> f.epochs(10).batchSize(8).seed(5).quiet()).values("loss");
    }
}
