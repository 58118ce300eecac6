package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.maxPool2d;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lungo.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in silence, or far from its cause, when the engine is used carelessly. */
class TrapTests {
    private static final Locale LOCALE = Locale.getDefault();
    private final Dataset data = Pictures.of(120);

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(LOCALE);
    }

    private static Model model() {
        return sequential(
                        input(8, 8, 1),
                        conv2d(4, 3).relu(),
                        maxPool2d(2),
                        flatten(),
                        dense(3).softmax())
                .compile(adam(0.01), sparseCategoricalCrossentropy(), accuracy());
    }

    private List<Double> losses(Model model) {
        return model.fit(data, f -> f.epochs(4).batchSize(16).seed(7).quiet()).values("loss");
    }

    @Test
    void garbage_collection_in_the_middle_of_training_changes_nothing() throws Exception {
        List<Double> quiet = losses(model());
        Thread collector =
                new Thread(
                        () -> {
                            while (!Thread.interrupted()) {
                                System.gc();
                            }
                        });
        collector.start();
        try {
            assertThat(losses(model())).isEqualTo(quiet);
        } finally {
            collector.interrupt();
            collector.join();
        }
    }

    @Test
    void weights_and_optimizer_state_survive_garbage_collection_between_calls() {
        Model kept = model();
        losses(kept);
        Model disturbed = model();
        losses(disturbed);
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        assertThat(disturbed.predict(data).probabilities(0))
                .isEqualTo(kept.predict(data).probabilities(0));
        assertThat(losses(disturbed)).isEqualTo(losses(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "de-DE", "hi-IN-u-nu-deva"})
    void writes_its_numbers_the_same_way_under_any_locale(String locale) {
        List<Double> here = losses(model());
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(losses(model())).isEqualTo(here);
    }

    @Test
    void two_trainings_at_once_give_what_each_gives_alone() throws Exception {
        List<Double> alone = losses(model());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<List<Double>> training = () -> losses(model());
            List<Future<List<Double>>> both = new ArrayList<>();
            both.add(threads.submit(training));
            both.add(threads.submit(training));
            for (Future<List<Double>> one : both) {
                assertThat(one.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void trains_and_predicts_on_any_thread() throws Exception {
        List<Double> here = losses(model());
        Model model = model();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertThat(other.submit(() -> losses(model)).get()).isEqualTo(here);
        } finally {
            other.shutdown();
        }
        assertThat(model.predict(data).size()).isEqualTo(data.size());
        assertThat(losses(model)).hasSize(4);
    }
}
