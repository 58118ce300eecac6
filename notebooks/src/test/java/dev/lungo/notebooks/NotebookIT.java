package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every notebook runs in the real kernel, with little data. */
class NotebookIT {
    @TestFactory
    List<DynamicTest> runs_with_little_data() {
        return Checkout.notebooks().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> runs(file)))
                .toList();
    }

    private static void runs(Path file) throws Exception {
        String before = Files.readString(file);
        Path out =
                Files.createDirectories(Checkout.TARGET.resolve("fast"))
                        .resolve(file.getFileName());
        Path log = Path.of(out + ".txt");
        var process =
                Checkout.lungo("run", "--fast", file.toString(), "-o", out.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertThat(Checkout.end(process)).as(Files.readString(log)).isZero();
        assertThat(Files.readString(file)).isEqualTo(before);

        var notebook = Notebook.read(out);
        var cells = notebook.codeCells();
        assertThat(cells)
                .extracting(Notebook.Cell::executionCount)
                .isEqualTo(IntStream.rangeClosed(1, cells.size()).boxed().toList());
        assertThat(cells.stream().flatMap(cell -> cell.outputs().stream()))
                .noneMatch(output -> output.get("output_type").getAsString().equals("error"));
        if (file.endsWith("01-mnist-cnn.ipynb")) {
            assertThat(Accuracy.of(notebook)).isBetween(0.93, 1.0);
        }
    }
}
