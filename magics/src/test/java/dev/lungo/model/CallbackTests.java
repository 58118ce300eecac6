package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.load;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sgd;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lungo.callback.Batch;
import dev.lungo.data.Dataset;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallbackTests {
    private final Dataset train = Pictures.of(96);
    private final Dataset test = Pictures.of(40);
    @TempDir private Path folder;

    @Test
    void writes_csv_with_the_columns_of_keras_and_lets_it_grow() throws IOException {
        Path file = folder.resolve("log.csv");
        for (int i = 0; i < 2; i++) {
            Small.model()
                    .fit(train, f -> f.epochs(2).quiet().validation(test).csv(file.toString()));
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo("epoch,accuracy,loss,val_accuracy,val_loss");
        assertThat(lines)
                .extracting(line -> line.split(",")[0])
                .containsExactly("epoch", "0", "1", "0", "1");
    }

    @Test
    void has_no_values_in_csv_where_nothing_was_validated() throws IOException {
        Path file = folder.resolve("log.csv");
        History history = Small.model().fit(train, f -> f.quiet().csv(file.toString()));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "epoch,accuracy,loss,val_accuracy,val_loss",
                        "0,%s,%s,NA,NA"
                                .formatted(
                                        history.values("accuracy").get(0),
                                        history.values("loss").get(0)));
        Path again = folder.resolve("again.csv");
        history.csv(again.toString());
        assertThat(again).hasSameTextualContentAs(file);
    }

    @Test
    void refuses_a_csv_file_of_something_else_before_training() throws IOException {
        Path file = Files.writeString(folder.resolve("log.csv"), "a,b\n1,2\n");
        Model model = Small.model();
        assertThatThrownBy(() -> model.fit(train, f -> f.quiet().csv(file.toString())))
                .hasMessage(
                        """
                        fit cannot add lines to this csv file: it has other columns.
                        Received: %s with the columns a,b
                        Expected: epoch,accuracy,loss,val_accuracy,val_loss
                        Fix: give csv(...) another name, or remove the file.\
                        """
                                .formatted(file));
        assertThat(model.history().epochs()).isEmpty();
    }

    @Test
    void keeps_the_last_examples_to_validate_on() {
        Model model = Small.model();
        History history = model.fit(train, f -> f.quiet().validationSplit(0.25));
        assertThat(history.values("val_loss").get(0))
                .isCloseTo(model.evaluate(train.skip(72)).loss(), within(1e-9));
        assertThatThrownBy(() -> model.fit(train.take(1), f -> f.validationSplit(0.5)))
                .hasMessageContaining("Received: validationSplit(0.5) of 1 examples");
        assertThatThrownBy(() -> model.fit(train, f -> f.validationSplit(1)))
                .hasMessageContaining("Received: validationSplit(1.0)");
    }

    @Test
    void stops_early_with_the_weights_of_the_best_epoch() {
        Model model = Small.model(sgd(0.05));
        List<Double> losses = new ArrayList<>();
        History history =
                model.fit(
                        train,
                        f ->
                                f.epochs(50)
                                        .quiet()
                                        .seed(1)
                                        .validation(test)
                                        .onEpoch(e -> losses.add(e.value("val_loss")))
                                        .earlyStopping(
                                                "val_loss", s -> s.patience(2).minDelta(0.2)));
        int best = history.epochs().size() - 3;
        assertThat(history.epochs().size()).isBetween(3, 49);
        assertThat(losses).hasSameSizeAs(history.epochs());
        assertThat(model.evaluate(test).loss()).isCloseTo(losses.get(best), within(1e-6));
    }

    @Test
    void goes_back_to_the_best_weights_also_when_all_epochs_are_done() {
        Model model = Small.model(sgd(30.0));
        History history =
                model.fit(
                        train,
                        f ->
                                f.epochs(4)
                                        .quiet()
                                        .seed(3)
                                        .validation(test)
                                        .earlyStopping("val_loss", s -> s.patience(10)));
        assertThat(model.evaluate(test).loss())
                .isCloseTo(history.best("val_loss").value("val_loss"), within(1e-6));
    }

    @Test
    void saves_only_the_best() {
        Path file = folder.resolve("best.lungo");
        Model model = Small.model(sgd(30.0));
        History history =
                model.fit(
                        train,
                        f ->
                                f.epochs(4)
                                        .quiet()
                                        .seed(3)
                                        .validation(test)
                                        .checkpoint(file.toString(), c -> c.bestOnly("val_loss")));
        assertThat(load(file.toString()).evaluate(test).loss())
                .isCloseTo(history.best("val_loss").value("val_loss"), within(1e-6));
    }

    @Test
    void learns_more_slowly_on_a_plateau() {
        Model slow = Small.model(sgd(0.1));
        slow.fit(
                train,
                f ->
                        f.epochs(3)
                                .quiet()
                                .seed(1)
                                .reduceLrOnPlateau(
                                        "loss", r -> r.patience(1).minDelta(100).factor(1e-12)));
        double standing = slow.evaluate(train).loss();
        slow.fit(train, f -> f.quiet());
        assertThat(slow.evaluate(train).loss()).isCloseTo(standing, within(1e-6));
    }

    @Test
    void names_what_is_measured_when_something_else_is_watched() {
        assertThatThrownBy(() -> Small.model().fit(train, f -> f.quiet().earlyStopping("val_loss")))
                .hasMessage(
                        """
                        fit: earlyStopping watches a figure that is not measured.
                        Received: "val_loss"
                        Expected: one of [loss, accuracy]
                        Fix: give fit data to validate on: f.validation(data).\
                        """);
        assertThatThrownBy(() -> Small.model().fit(train, f -> f.quiet().reduceLrOnPlateau("auc")))
                .hasMessageContaining("fit: reduceLrOnPlateau watches")
                .hasMessageEndingWith("or add a metric to compile(...).");
    }

    @Test
    void ends_on_a_loss_that_is_no_number_with_sound_weights() {
        Model model = exploding();
        History history = model.fit(train, f -> f.epochs(9).quiet().seed(1).terminateOnNaN());
        assertThat(history.epochs().size()).isLessThan(9);
        assertThat(model.predict(test).probabilities(0)).doesNotContain(Float.NaN);
    }

    @Test
    void hints_at_a_loss_that_is_no_number_once() {
        String printed = printed(() -> exploding().fit(train, f -> f.epochs(4).seed(1)));
        assertThat(printed.lines().filter(line -> line.startsWith("the loss")))
                .containsExactly(
                        "the loss is not a number since epoch 1: try a smaller learning rate or"
                                + " clipNorm(1.0), and look for NaN in the data;"
                                + " f.terminateOnNaN() ends such a training");
    }

    private static Model exploding() {
        return sequential(input(8, 8, 1), flatten(), dense(8), dense(8), dense(3).softmax())
                .compile(sgd(1e30), sparseCategoricalCrossentropy(), accuracy());
    }

    @Test
    void calls_code_after_every_batch() {
        List<Batch> batches = new ArrayList<>();
        History history =
                Small.model()
                        .fit(train, f -> f.epochs(2).batchSize(40).quiet().onBatch(batches::add));
        assertThat(batches)
                .extracting(b -> b.epoch() + " " + b.number() + "/" + b.batches())
                .containsExactly("1 1/3", "1 2/3", "1 3/3", "2 1/3", "2 2/3", "2 3/3");
        assertThat(batches.get(5).value("loss")).isEqualTo(history.values("loss").get(1));
    }

    @Test
    void says_which_callback_failed_and_goes_on_afterwards() {
        Model model = Small.model();
        assertThatThrownBy(
                        () ->
                                model.fit(
                                        train,
                                        f ->
                                                f.quiet()
                                                        .batchSize(40)
                                                        .onBatch(b -> {})
                                                        .onBatch(
                                                                b -> {
                                                                    throw new ArithmeticException(
                                                                            "mine");
                                                                })))
                .hasMessage(
                        """
                        fit ended because callback 2 (onBatch) failed after batch 1 of epoch 1.
                        Received: java.lang.ArithmeticException: mine
                        Expected: code that does not throw
                        Fix: mend the callback and fit again, which continues: the model keeps the weights of batch 1 of epoch 1.\
                        """);
        assertThat(model.fit(train, f -> f.quiet()).epochs()).hasSize(1);
    }

    @Test
    void lets_a_callback_look_at_the_model_but_not_train_it() {
        Model model = Small.model();
        AtomicReference<Double> seen = new AtomicReference<>();
        model.fit(train, f -> f.quiet().onEpoch(e -> seen.set(model.evaluate(test).loss())));
        assertThat(seen.get()).isEqualTo(model.evaluate(test).loss());
        assertThatThrownBy(() -> model.fit(train, f -> f.quiet().onEpoch(e -> model.fit(train))))
                .hasRootCauseMessage(
                        """
                        fit: this model is being trained.
                        Received: a call of fit before its fit has ended
                        Expected: one use at a time
                        Fix: wait for that fit or stop it; models of their own can train beside each other.\
                        """);
    }

    @Test
    void refuses_a_second_thread_while_it_trains() throws InterruptedException {
        Model model = Small.model();
        AtomicReference<Throwable> refused = new AtomicReference<>();
        model.fit(
                train,
                f ->
                        f.quiet()
                                .onEpoch(
                                        e -> {
                                            Thread other =
                                                    new Thread(
                                                            () -> {
                                                                try {
                                                                    model.predict(test);
                                                                } catch (ModelException busy) {
                                                                    refused.set(busy);
                                                                }
                                                            });
                                            other.start();
                                            try {
                                                other.join();
                                            } catch (InterruptedException i) {
                                                throw new AssertionError(i);
                                            }
                                        }));
        assertThat(refused.get()).hasMessageStartingWith("predict: this model is being trained.");
    }

    @Test
    void prints_every_tenth_epoch_only() {
        String printed =
                printed(() -> Small.model().fit(train, f -> f.epochs(20).seed(1).logEvery(10)));
        assertThat(printed.lines().filter(line -> line.startsWith("Epoch")))
                .containsExactly("Epoch 10/20", "Epoch 20/20");
    }

    private static String printed(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
