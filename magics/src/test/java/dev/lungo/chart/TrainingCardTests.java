package dev.lungo.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.LungoException;
import dev.lungo.chart.TrainingCard.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TrainingCardTests {
    private static final TrainingCard BEFORE =
            TrainingCard.of(5, 1875).examples(60_000).engine("PyTorch 2.7.1, CPU, 2 threads");
    private static final TrainingCard TWO_DONE =
            BEFORE.epochDone(11.2, values(0.1713, 0.9463, 0.0551, 0.9823))
                    .epochDone(10.9, values(0.0482, 0.9851, 0.0321, 0.9899));
    private static final TrainingCard IN_THIRD =
            TWO_DONE.at(1200, 6.8, Map.of("loss", 0.0361, "accuracy", 0.9889));

    @Test
    void prints_two_lines_an_epoch_as_keras_does() {
        assertThat(IN_THIRD.note("continuing from epoch 5").toString())
                .isEqualTo(
                        """
                        PyTorch 2.7.1, CPU, 2 threads
                        continuing from epoch 5
                        Epoch 1/5
                        1875/1875 ━━━━━━━━━━━━━━━━━━━━ 11s 6ms/step - accuracy: 0.9463 - loss: \
                        0.1713 - val_accuracy: 0.9823 - val_loss: 0.0551
                        Epoch 2/5
                        1875/1875 ━━━━━━━━━━━━━━━━━━━━ 11s 6ms/step - accuracy: 0.9851 - loss: \
                        0.0482 - val_accuracy: 0.9899 - val_loss: 0.0321
                        Epoch 3/5
                        1200/1875 ━━━━━━━━━━━━──────── 4s 6ms/step - accuracy: 0.9889 - loss: \
                        0.0361\
                        """);
    }

    @Test
    void gives_the_lines_of_one_epoch() {
        assertThat(IN_THIRD.lines(1)).startsWith("Epoch 1/5\n1875/1875 ").contains("loss: 0.1713");
        assertThat(IN_THIRD.lines(3)).startsWith("Epoch 3/5\n1200/1875 ").contains("loss: 0.0361");
    }

    @Test
    void titles_say_where_the_training_stands() {
        assertThat(title(BEFORE)).isEqualTo("epoch 1/5, starting");
        assertThat(title(BEFORE.at(375, 2, Map.of()))).isEqualTo("epoch 1/5, ETA 48 s");
        assertThat(title(IN_THIRD)).isEqualTo("epoch 3/5, 11 s/epoch, ETA 26 s");
        assertThat(title(IN_THIRD.stopped("interrupted")))
                .isEqualTo("stopped in epoch 3/5, 11 s/epoch");
        assertThat(title(TWO_DONE.stopped("no progress")))
                .isEqualTo("stopped after epoch 2/5, 11 s/epoch");
        assertThat(title(IN_THIRD.failed("nan"))).isEqualTo("failed in epoch 3/5, 11 s/epoch");
        assertThat(title(TWO_DONE.finished())).isEqualTo("2 epochs in 22 s, 11 s/epoch");
        assertThat(title(TrainingCard.of(1, 10).epochDone(2.1, Map.of("loss", 1.0)).finished()))
                .isEqualTo("1 epoch in 2.1 s");
    }

    @Test
    void text_ends_with_the_reason_when_training_ends_early() {
        assertThat(IN_THIRD.note("seed 42").stopped("interrupted").toString())
                .startsWith("PyTorch 2.7.1, CPU, 2 threads\nseed 42\nEpoch 1/5")
                .endsWith("\nstopped in epoch 3/5, 11 s/epoch: interrupted");
    }

    @Test
    void draws_everything_it_knows() {
        Document picture = Pictures.svg(IN_THIRD.note("seed 42"));
        assertThat(Pictures.texts(picture))
                .contains(
                        "epoch 3/5, 11 s/epoch, ETA 26 s",
                        "step 1,200 of 1,875, 5,647 examples/s",
                        "training",
                        "validation",
                        "val_accuracy",
                        "0.9823",
                        "3 …",
                        "0.0361",
                        "best: epoch 2, val_loss 0.0321",
                        "seed 42",
                        "PyTorch 2.7.1, CPU, 2 threads");
        assertThat(Pictures.curves(picture, Svg.BLUE)).hasSize(2);
        assertThat(Pictures.curves(picture, Svg.ORANGE)).hasSize(2);
    }

    @Test
    void keeps_its_height_while_training_runs() {
        TrainingCard first = BEFORE.at(10, 1, Map.of("loss", 2.3));
        assertThat(height(first)).isEqualTo(height(TWO_DONE)).isEqualTo(height(IN_THIRD));
    }

    @Test
    void leaves_a_gap_for_nan_and_writes_it() {
        TrainingCard card =
                TrainingCard.of(5, 10)
                        .epochDone(1, Map.of("loss", 3.0))
                        .epochDone(1, Map.of("loss", 2.0))
                        .epochDone(1, Map.of("loss", Double.NaN))
                        .epochDone(1, Map.of("loss", 1.0))
                        .epochDone(1, Map.of("loss", Double.POSITIVE_INFINITY));
        Document picture = Pictures.svg(card.finished());
        assertThat(Pictures.texts(picture)).contains("nan", "inf");
        assertThat(Pictures.curves(picture, Svg.BLUE).get(0)).matches("M[^ML]+L[^ML]+M[^ML]+");
        assertThat(card.lines(3)).endsWith("loss: nan");
    }

    @Test
    void draws_a_training_in_which_every_loss_is_nan() {
        TrainingCard card = TrainingCard.of(1, 10).epochDone(1, Map.of("loss", Double.NaN));
        assertThat(Pictures.texts(Pictures.svg(card))).contains("nan").doesNotContain("best");
    }

    @Test
    void shows_the_last_epochs_of_many_and_names_the_best() {
        TrainingCard card = TrainingCard.of(100, 10);
        for (int epoch = 1; epoch <= 100; epoch++) {
            card = card.epochDone(0.2, Map.of("loss", Math.abs(epoch - 40) + 1e-7));
        }
        List<String> texts = Pictures.texts(Pictures.svg(card.finished()));
        assertThat(texts).contains("91", "best: epoch 40, loss 1.0000e-07").doesNotContain("89");
    }

    @Test
    void fills_with_nan_what_an_epoch_did_not_measure() {
        TrainingCard card =
                TrainingCard.of(2, 1)
                        .epochDone(1, Map.of("loss", 1.0))
                        .epochDone(1, Map.of("auc", 0.5));
        assertThat(card.values().get("loss")).containsExactly(1.0, Double.NaN);
        assertThat(card.values().get("auc")).containsExactly(Double.NaN, 0.5);
    }

    @Test
    void names_the_values_that_have_no_room_in_the_table() {
        Map<String, Double> many = new LinkedHashMap<>();
        for (int i = 1; i <= 8; i++) {
            many.put("metric" + i, 1e30 / i);
        }
        assertThat(Pictures.texts(Pictures.svg(TrainingCard.of(1, 1).epochDone(1, many))))
                .contains("metric6", "also: metric7, metric8", "1.0000e+30");
    }

    @Test
    void breaks_long_names_behind_underscores_and_tells_them_whole() {
        Map<String, Double> values = new LinkedHashMap<>();
        for (String name :
                List.of("loss", "mean_absolute_error", "val_department_accuracy", "a", "b", "c")) {
            values.put(name, 0.5);
        }
        Document picture = Pictures.svg(TrainingCard.of(1, 1).epochDone(1, values));
        assertThat(Pictures.texts(picture))
                .containsSequence("loss", "mean_", "absolute_", "error", "val_", "department_")
                .noneMatch(text -> text.contains("…"));
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("mean_absolute_error");
    }

    @Test
    void escapes_names_and_notes() {
        TrainingCard card = TrainingCard.of(1, 1).epochDone(1, Map.of("a<b&\"c\"", 1.0));
        assertThat(Pictures.texts(Pictures.svg(card.failed("<x> & \u0007\"y\""))))
                .contains("a<b&\"c\"", "<x> &  \"y\"");
    }

    @Test
    void wraps_long_notes() {
        String note = "lower the learning rate ".repeat(20);
        assertThat(Pictures.texts(Pictures.svg(BEFORE.note(note))).stream())
                .filteredOn(text -> text.startsWith("lower") || text.contains("learning"))
                .hasSizeBetween(4, 6);
    }

    @Test
    void never_changes() {
        IN_THIRD.finished();
        assertThat(IN_THIRD.status()).isEqualTo(Status.RUNNING);
        assertThatThrownBy(() -> IN_THIRD.values().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void rejects_zero_epochs() {
        assertThatThrownBy(() -> TrainingCard.of(0, 10))
                .isInstanceOf(LungoException.class)
                .hasMessage(
                        """
                        A training card counts epochs and their steps.
                        Received: 0 epochs of 10 steps
                        Expected: 1 or more of each
                        Fix: train at least one batch.\
                        """);
    }

    private static Map<String, Double> values(double loss, double accuracy, double a, double b) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("loss", loss);
        values.put("accuracy", accuracy);
        values.put("val_loss", a);
        values.put("val_accuracy", b);
        return values;
    }

    private static String title(TrainingCard card) {
        return Pictures.texts(Pictures.svg(card)).get(0);
    }

    private static String height(TrainingCard card) {
        return Pictures.svg(card).getDocumentElement().getAttribute("height");
    }
}
