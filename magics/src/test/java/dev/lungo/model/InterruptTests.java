package dev.lungo.model;

import static dev.lungo.Lungo.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.data.Dataset;
import dev.lungo.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fit that is interrupted at any moment keeps exactly what it has learned by then. */
class InterruptTests {
    private static final Dataset DATA = Pictures.of(60);
    private static final int BATCHES = 6;
    private static final int EPOCHS = 30;
    private static final int MOMENTS = 25;

    static Stream<Layer> layers() {
        return Stream.of(
                activation().tanh(), layer("custom", x -> x.max().value() > 1e9 ? x : x.tanh()));
    }

    @ParameterizedTest
    @MethodSource("layers")
    @Timeout(120)
    void keeps_the_weights_of_the_last_step_and_the_history(Layer layer) throws Exception {
        List<Map<String, float[]>> after = afterEachStep(layer);
        Random random = new Random(8);
        int stopped = 0;
        for (int moment = 0; moment < MOMENTS; moment++) {
            Model model = begun(layer);
            stopped += wasStopped(model, random.nextInt(30)) ? 1 : 0;

            int steps = (int) model.learned().steps() - BATCHES;
            model.learned()
                    .weights()
                    .forEach(
                            (name, values) ->
                                    assertThat(values)
                                            .as("%s after step %d", name, steps)
                                            .isEqualTo(after.get(steps).get(name)));
            assertThat(model.history().epochs()).hasSize(1 + steps / BATCHES);
            fit(model, 1);
            assertThat(model.learned().steps()).isEqualTo(2 * BATCHES + steps);
        }
        assertThat(stopped).isGreaterThan(MOMENTS / 2);
    }

    /** Fits in a thread of its own that is interrupted; whether that was before its end. */
    private static boolean wasStopped(Model model, int millis) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> fit(model, EPOCHS));
        thread.setUncaughtExceptionHandler((ended, why) -> thrown.set(why));
        thread.start();
        Thread.sleep(millis);
        thread.interrupt();
        thread.join();
        if (thrown.get() != null) {
            assertThat(thrown.get()).isInstanceOf(TrainingStopped.class);
        }
        return thrown.get() != null;
    }

    /** The weights that a fit has after none, one, two steps and so on. */
    private static List<Map<String, float[]>> afterEachStep(Layer layer) {
        Model model = begun(layer);
        List<Map<String, float[]>> weights = new ArrayList<>();
        weights.add(model.learned().weights());
        var batches = DATA.batches(10).shuffle(5);
        batches.iterator(); // the order of the epoch that it has behind it
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (var batch : batches) {
                model.step(batch);
                weights.add(model.learned().weights());
            }
        }
        return weights;
    }

    /** A model after one epoch. */
    private static Model begun(Layer layer) {
        Model model =
                sequential(input(8, 8, 1), conv2d(4, 3), layer, flatten(), dense(3).softmax())
                        .compile(adam(0.01), sparseCategoricalCrossentropy());
        fit(model, 1);
        return model;
    }

    private static void fit(Model model, int epochs) {
        model.fit(DATA, f -> f.epochs(epochs).batchSize(10).seed(5).quiet());
    }
}
