package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.conv2d;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.dropout;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.maxPool2d;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTests {
    private final Dataset train = Pictures.of(300);
    private final Dataset test = Pictures.of(101);

    private static Model compiled() {
        return sequential(
                        input(8, 8, 1),
                        conv2d(4, 3).relu(),
                        maxPool2d(2),
                        flatten(),
                        dense(3).softmax())
                .compile(adam(0.01), sparseCategoricalCrossentropy(), accuracy());
    }

    private static History fit(Model model, Dataset data, int epochs) {
        return model.fit(data, f -> f.epochs(epochs).batchSize(16).seed(7).quiet());
    }

    @Test
    void learns_and_says_so_on_examples_it_has_not_seen() {
        Model model = compiled();
        double before = model.evaluate(test).accuracy();
        History history = fit(model, train, 5);
        Evaluation after = model.evaluate(test);

        assertThat(after.accuracy()).isGreaterThan(0.95).isGreaterThan(before);
        assertThat(history.values("loss").get(4)).isLessThan(history.values("loss").get(0) / 2);
        assertThat(history.names()).containsExactly("loss", "accuracy");
        assertThat(model.predict(test).className(0)).isEqualTo(test.className(0));
    }

    @Test
    void gives_the_same_curve_for_the_same_seed_and_another_for_another() {
        History first = fit(compiled(), train, 2);
        History second = fit(compiled(), train, 2);
        History other = compiled().fit(train, f -> f.epochs(2).batchSize(16).seed(8).quiet());

        assertThat(second.values("loss")).isEqualTo(first.values("loss"));
        assertThat(other.values("loss")).isNotEqualTo(first.values("loss"));
    }

    @Test
    void a_seed_decides_the_first_weights_even_after_a_look_at_the_untrained_model() {
        Model looked = compiled();
        looked.evaluate(test);
        assertThat(fit(looked, train, 1).values("loss"))
                .isEqualTo(fit(compiled(), train, 1).values("loss"));
    }

    @Test
    void measures_validation_as_evaluate_does() {
        Model model = compiled();
        History history = model.fit(train, f -> f.epochs(2).batchSize(16).validation(test).quiet());
        Evaluation evaluation = model.evaluate(test);

        assertThat(history.names()).containsExactly("loss", "accuracy", "val_loss", "val_accuracy");
        assertThat(history.values("val_loss").get(1)).isCloseTo(evaluation.loss(), within(1e-6));
        assertThat(history.values("val_accuracy").get(1)).isEqualTo(evaluation.accuracy());
    }

    @Test
    void continues_where_it_stands_when_fitted_again() {
        Model model = compiled();
        fit(model, train, 1);
        History second = fit(model, train, 2);

        assertThat(second.epochs()).extracting(epoch -> epoch.number()).containsExactly(2, 3);
        assertThat(model.history().epochs()).hasSize(3);
        assertThat(model.reset().history().epochs()).isEmpty();
    }

    @Test
    void keeps_its_weights_when_compiled_again() {
        Model model = compiled();
        fit(model, train, 3);
        double learned = model.evaluate(test).loss();
        model.compile(adam(), sparseCategoricalCrossentropy(), accuracy());

        assertThat(model.evaluate(test).loss()).isEqualTo(learned);
    }

    @Test
    void sees_raw_and_normalized_pixels_as_the_first_fit_did() {
        Model model = compiled();
        fit(model, train.normalize(0.4, 0.2), 5);

        assertThat(model.evaluate(test).accuracy()).isGreaterThan(0.95);
        assertThat(model.predict(test.example(3)).label(0)).isEqualTo(model.predict(test).label(3));
        assertThatThrownBy(() -> model.evaluate(test.raw()))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        """
                        evaluate: this model learned to see its inputs in another way.
                        Received: inputs as raw 0..255
                        Expected: inputs as 0..1, then mean 0.4, std 0.2, as in the first fit
                        Fix: leave .raw() and .normalize(...) out here: the model applies what it learned with.\
                        """);
        assertThatThrownBy(() -> fit(model, train, 1)).hasMessageContaining("model.reset()");
    }

    @Test
    void an_interrupt_ends_fit_and_keeps_what_was_learned() {
        Model model = compiled();
        assertThatThrownBy(
                        () ->
                                model.fit(
                                        train,
                                        f ->
                                                f.epochs(50)
                                                        .batchSize(16)
                                                        .seed(7)
                                                        .quiet()
                                                        .onEpoch(
                                                                epoch -> {
                                                                    if (epoch.number() == 5) {
                                                                        Thread.currentThread()
                                                                                .interrupt();
                                                                    }
                                                                })))
                .isInstanceOf(TrainingStopped.class)
                .hasMessageStartingWith("fit was stopped in epoch 6, after ");
        assertThat(Thread.interrupted()).isFalse();
        assertThat(model.history().epochs()).hasSize(5);
        assertThat(model.evaluate(test).accuracy()).isGreaterThan(0.9);
        assertThat(fit(model, train, 1).epochs().get(0).number()).isEqualTo(6);
    }

    @Test
    void an_error_in_a_callback_reaches_the_caller_and_the_model_stays_usable() {
        Model model = compiled();
        assertThatThrownBy(
                        () ->
                                model.fit(
                                        train,
                                        f ->
                                                f.epochs(5)
                                                        .quiet()
                                                        .onEpoch(
                                                                epoch -> {
                                                                    throw new IllegalStateException(
                                                                            "mine");
                                                                })))
                .isInstanceOf(CallbackException.class)
                .hasMessage(
                        """
                        fit ended because callback 1 (onEpoch) failed after epoch 1.
                        Received: java.lang.IllegalStateException: mine
                        Expected: code that does not throw
                        Fix: mend the callback and fit again, which continues: the model keeps the weights of epoch 1.\
                        """)
                .hasRootCauseMessage("mine");
        assertThat(model.history().epochs()).hasSize(1);
        assertThat(model.evaluate(test).loss()).isPositive();
    }

    @Test
    void says_in_one_line_how_far_it_is() {
        Model model = compiled();
        assertThat(model)
                .hasToString(
                        "Model: 5 layers, 151 parameters, adam(0.01),"
                                + " sparseCategoricalCrossentropy(), not trained");
        fit(model, train, 2);
        assertThat(model.toString()).endsWith("trained for 2 epochs");
    }

    @Test
    void says_in_one_line_what_was_measured() {
        Model model = compiled();
        assertThat(model.history()).hasToString("History: no epochs");
        assertThat(fit(model, train, 2).toString())
                .matches("History: 2 epochs, loss \\d\\.\\d{4}, accuracy \\d\\.\\d{4}");
    }

    @Test
    void calls_callbacks_with_the_epochs_of_the_history() {
        List<Double> seen = new ArrayList<>();
        History history =
                compiled()
                        .fit(
                                train,
                                f -> f.epochs(3).quiet().onEpoch(e -> seen.add(e.value("loss"))));
        assertThat(seen).isEqualTo(history.values("loss"));
    }

    @Test
    void counts_what_was_taken_for_what() {
        Model model = compiled();
        fit(model, train, 2);
        Evaluation result = model.evaluate(test);
        int total = 0;
        for (int truth = 0; truth < 3; truth++) {
            total += result.confusion().total(truth);
        }
        assertThat(total).isEqualTo(test.size());
        assertThat(result.confusion().accuracy()).isEqualTo(result.accuracy());
    }

    @Test
    void drops_values_in_training_only_and_the_same_ones_for_the_same_seed() {
        Model dropping =
                sequential(input(8, 8, 1), flatten(), dropout(0.5), dense(3).softmax())
                        .compile(adam(0.01), sparseCategoricalCrossentropy(), accuracy());
        double first = fit(dropping, train, 1).values("loss").get(0);
        assertThat(dropping.evaluate(test).loss()).isEqualTo(dropping.evaluate(test).loss());
        dropping.reset();
        assertThat(fit(dropping, train, 1).values("loss").get(0)).isEqualTo(first);
        Model keeping =
                sequential(input(8, 8, 1), flatten(), dropout(0), dense(3).softmax())
                        .compile(adam(0.01), sparseCategoricalCrossentropy(), accuracy());
        assertThat(fit(keeping, train, 1).values("loss").get(0)).isNotEqualTo(first);
        assertThatThrownBy(() -> dropout(1)).hasMessageContaining("Received: rate 1.0");
    }

    @Test
    void trains_on_rows_of_numbers_too() {
        float[][] rows = {{0, 1}, {1, 0}, {0, 2}, {3, 0}, {0, 1.5f}, {2, 0}};
        Dataset data = Dataset.of(rows, new int[] {0, 1, 0, 1, 0, 1}, List.of("up", "right"));
        Model model = sequential(input(2), dense(8).tanh(), dense(2).softmax());
        model.compile(adam(0.1), sparseCategoricalCrossentropy(), accuracy());
        model.fit(data, f -> f.epochs(30).batchSize(4).seed(1).quiet());

        assertThat(model.evaluate(data).accuracy()).isEqualTo(1);
    }
}
