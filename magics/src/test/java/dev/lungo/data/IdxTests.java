package dev.lungo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lungo.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTests {
    @TempDir Path folder;

    @Test
    void reads_sizes_and_values() throws IOException {
        Path file = file(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255);

        Idx idx = Idx.read(file, 2);

        assertThat(idx.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(idx.values()).containsExactly(1, 2, 3, 4, 5, 255);
    }

    @Test
    void refuses_another_kind_of_file() throws IOException {
        Path file = file(31, 139, 8, 0, 0, 0, 0, 2, 1, 2);

        assertThatThrownBy(() -> Idx.read(file, 1))
                .hasMessage(
                        """
                        %s is not an IDX file that can be read.
                        Received: first bytes 1f8b0800
                        Expected: first bytes 00000801, then 1 sizes
                        Fix: check that the file is the unpacked original.\
                        """
                                .formatted(file));
    }

    @Test
    void refuses_another_number_of_axes() throws IOException {
        Path file = file(0, 0, 8, 1, 0, 0, 0, 2, 1, 2, 0, 0, 0, 0, 0, 0);

        assertThatThrownBy(() -> Idx.read(file, 3))
                .hasMessageContaining("Received: first bytes 00000801")
                .hasMessageContaining("Expected: first bytes 00000803");
    }

    @Test
    void refuses_too_few_or_too_many_values() throws IOException {
        Path few = file(0, 0, 8, 1, 0, 0, 0, 2, 1);
        assertThatThrownBy(() -> Idx.read(few, 1))
                .hasMessageContaining("Received: 1 bytes of values")
                .hasMessageContaining("Expected: 2 bytes for 2");

        Path many = file(0, 0, 8, 1, 0, 0, 0, 2, 1, 2, 3);
        assertThatThrownBy(() -> Idx.read(many, 1))
                .hasMessageContaining("Received: 3 bytes of values");
    }

    @Test
    void refuses_an_empty_file() throws IOException {
        Path file = file();

        assertThatThrownBy(() -> Idx.read(file, 1)).hasMessageContaining("Received: 0 bytes");
    }

    private Path file(int... content) throws IOException {
        byte[] bytes = new byte[content.length];
        for (int i = 0; i < content.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return Files.write(folder.resolve("file"), bytes);
    }
}
