package dev.lungo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.lungo.data.Dataset;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTests {
    private final Dataset data = Pictures.of(50);
    @TempDir private Path folder;

    @Test
    void another_program_gets_the_same_numbers_from_the_same_bytes() throws Exception {
        Model model = Small.model();
        model.fit(data.normalize(0.4, 0.2), f -> f.epochs(2).quiet());
        Path file = folder.resolve("small.pt");
        model.export(file.toString());
        byte[] pixels = data.example(3);

        try (ai.djl.Model other = ai.djl.Model.newInstance("small", "PyTorch");
                NDManager manager = other.getNDManager().newSubManager()) {
            other.load(file);
            NDList batch =
                    new NDList(
                            manager.create(
                                    ByteBuffer.wrap(pixels),
                                    new Shape(1, 8, 8, 1),
                                    DataType.UINT8));
            float[] given =
                    other.getBlock()
                            .forward(new ParameterStore(manager, false), batch, false)
                            .singletonOrThrow()
                            .toFloatArray();
            assertThat(given)
                    .containsExactly(model.predict(pixels).probabilities(0), within(1e-6f));
        }
    }

    @Test
    void says_where_it_cannot_write() {
        Path nowhere = folder.resolve("no").resolve("small.pt");
        assertThatThrownBy(() -> Small.model().export(nowhere.toString()))
                .hasMessageStartingWith(
                        "export: the file could not be written. What was there is as it was.\n"
                                + ("Received: " + nowhere + ": its folder does not exist\n"));
    }
}
