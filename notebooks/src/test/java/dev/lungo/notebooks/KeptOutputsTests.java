package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks as they lie in the repository, with the outputs of their last run. */
class KeptOutputsTests {
    private static final Pattern OF_ONE_MACHINE =
            Pattern.compile("(?<![\\w.])/(home|root|tmp|Users)/|\\b[A-Z]:\\\\\\w");

    static List<Path> notebooks() {
        return Checkout.notebooks();
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void is_a_java_notebook(Path file) throws IOException {
        var json = Notebook.read(file).json();
        assertThat(json.get("nbformat").getAsInt()).isEqualTo(4);
        var kernel = json.getAsJsonObject("metadata").getAsJsonObject("kernelspec");
        assertThat(kernel.get("name").getAsString()).isEqualTo("java");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void was_run_from_top_to_bottom_without_an_error(Path file) throws IOException {
        var cells = Notebook.read(file).codeCells();
        assertThat(cells)
                .extracting(Notebook.Cell::executionCount)
                .isEqualTo(IntStream.rangeClosed(1, cells.size()).boxed().toList());
        assertThat(cells.stream().flatMap(cell -> cell.outputs().stream()))
                .extracting(output -> output.get("output_type").getAsString())
                .isSubsetOf("stream", "display_data", "execute_result");
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void has_a_text_beside_every_picture_and_no_html_in_its_place(Path file) throws IOException {
        for (JsonObject bundle : bundles(file)) {
            assertThat(bundle.keySet()).contains("text/plain");
            if (bundle.has("image/svg+xml")) {
                assertThat(bundle.keySet()).doesNotContain("text/html");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void is_small_enough_for_a_repository(Path file) throws IOException {
        assertThat(Files.size(file)).isLessThan(1_000_000);
        for (JsonObject bundle : bundles(file)) {
            // Two curves as PNG are the largest; drawings and texts stay far below.
            int limit = bundle.has("image/png") ? 150_000 : 50_000;
            assertThat(bundle.toString().length()).isLessThan(limit);
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void tells_nothing_of_the_machine_that_ran_it(Path file) throws IOException {
        for (var cell : Notebook.read(file).cells()) {
            assertThat(cell.json().toString()).doesNotContainPattern(OF_ONE_MACHINE);
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void has_no_lines_that_a_terminal_would_rewrite(Path file) throws IOException {
        for (var cell : Notebook.read(file).cells()) {
            assertThat(cell.json().toString()).doesNotContain("\\r");
        }
    }

    @Test
    void the_mnist_notebook_trained_five_epochs_to_a_good_accuracy() throws IOException {
        var notebook = Notebook.read(Checkout.ROOT.resolve("notebooks/01-mnist-cnn.ipynb"));
        assertThat(notebook.cell("model.fit(").text())
                .contains("Epoch 5/5\n1875/1875 ")
                .doesNotContain("Epoch 6");
        assertThat(Accuracy.of(notebook)).isBetween(0.985, 1.0);
    }

    private static List<JsonObject> bundles(Path file) throws IOException {
        return Notebook.read(file).codeCells().stream()
                .flatMap(cell -> cell.outputs().stream())
                .filter(output -> output.has("data"))
                .map(output -> output.getAsJsonObject("data"))
                .toList();
    }
}
