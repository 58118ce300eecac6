package dev.lungo.model;

import static dev.lungo.Lungo.accuracy;
import static dev.lungo.Lungo.adam;
import static dev.lungo.Lungo.dense;
import static dev.lungo.Lungo.flatten;
import static dev.lungo.Lungo.input;
import static dev.lungo.Lungo.sequential;
import static dev.lungo.Lungo.sparseCategoricalCrossentropy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.data.Dataset;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The whole text of the errors that using a model can cause. */
class ModelErrorTests {
    private final Dataset pictures = Pictures.of(10);

    private static Model compiled(int units) {
        return sequential(input(8, 8, 1), flatten(), dense(units).softmax())
                .compile(adam(), sparseCategoricalCrossentropy(), accuracy());
    }

    @Test
    void asks_for_compile_before_fit() {
        Model model = sequential(input(8, 8, 1), flatten(), dense(3).softmax());
        assertThatThrownBy(() -> model.fit(pictures))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "fit needs a loss and an optimizer: compile the model first, for example"
                                + " model.compile(adam(), sparseCategoricalCrossentropy(),"
                                + " accuracy()).");
    }

    @Test
    void names_a_label_that_has_no_output() {
        assertThatThrownBy(() -> compiled(2).fit(pictures))
                .hasMessageStartingWith("fit: label 2 but the last layer has 2 units (0-1).")
                .hasMessageEndingWith(
                        "Fix: give the last layer one unit for each of the 3 classes: dense(3).");
    }

    @Test
    void compares_the_shape_of_the_data_with_the_input() {
        Model model =
                sequential(input(64), dense(3).softmax())
                        .compile(adam(), sparseCategoricalCrossentropy(), accuracy());
        assertThatThrownBy(() -> model.fit(pictures))
                .hasMessage(
                        """
                        fit: the data does not have the shape of the model's input.
                        Received: examples of 8 x 8 x 1
                        Expected: 64, as in input(64)
                        Fix: begin the model with input(8, 8, 1).\
                        """);
        assertThatThrownBy(() -> model.predict(new byte[3]))
                .hasMessageContaining("Received: 3 bytes\nExpected: 64, as in input(64)");
    }

    @Test
    void asks_for_softmax_where_the_loss_needs_probabilities() {
        Model model = sequential(input(8, 8, 1), flatten(), dense(3));
        assertThatThrownBy(() -> model.compile(adam(), sparseCategoricalCrossentropy()))
                .hasMessage(
                        """
                        sparseCategoricalCrossentropy() needs probabilities, one for each class.
                        Received: a model whose last layer (dense) gives plain numbers
                        Expected: a last layer that ends with softmax
                        Fix: end the model with dense(classes).softmax(), or write sparseCategoricalCrossentropy().fromLogits() to train on plain numbers.\
                        """);
    }

    @Test
    void rejects_options_out_of_range() {
        assertThatThrownBy(() -> compiled(3).fit(pictures, f -> f.epochs(0)))
                .hasMessageContaining("Received: epochs(0)");
        assertThatThrownBy(() -> compiled(3).fit(pictures, f -> f.batchSize(-1)))
                .hasMessageContaining("Received: batchSize(-1)");
        assertThatThrownBy(() -> adam(0)).hasMessageContaining("Received: 0.0");
    }

    @Test
    void names_the_figures_there_are_when_another_is_asked_for() {
        History history = compiled(3).fit(pictures, f -> f.quiet());
        assertThatThrownBy(() -> history.values("val_loss"))
                .hasMessage(
                        """
                        The history has no figure of this name.
                        Received: "val_loss"
                        Expected: one of [loss, accuracy]
                        Fix: give fit data to validate on: f.validation(data).\
                        """);
    }

    @Test
    void finds_mistakes_without_any_library_on_the_class_path() throws Exception {
        Path classes = Path.of("target", "classes").toAbsolutePath();
        Path tests = Path.of("target", "test-classes").toAbsolutePath();
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                classes + File.pathSeparator + tests,
                                "dev.lungo.model.WithoutLibraries")
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(printed)
                .startsWith("93322 parameters\nfit: label 2 but the last layer has 2 units");
        assertThat(java.waitFor()).isZero();
    }
}
