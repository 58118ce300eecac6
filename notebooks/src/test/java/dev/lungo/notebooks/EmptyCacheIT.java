package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MNIST where it was never fetched before. */
class EmptyCacheIT {
    @TempDir private Path folder;

    @Test
    void two_kernels_at_once_both_get_mnist() throws Exception {
        var cache = folder.resolve("cache");
        var one = start("one", cache);
        var other = start("other", cache);
        for (var done : List.of(one.done().get(0), other.done().get(0))) {
            if (done.error().contains("FetchException")) {
                Needed.missing("MNIST can't be fetched here: " + done.error());
            }
            assertThat(done.error()).isEmpty();
            assertThat(done.result()).isEqualTo("60000 5");
        }
        try (Stream<Path> files =
                Files.walk(cache.resolve("datasets")).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .filteredOn(name -> !name.endsWith(".lock"))
                    .containsExactly(
                            "t10k-images-idx3-ubyte",
                            "t10k-labels-idx1-ubyte",
                            "train-images-idx3-ubyte",
                            "train-labels-idx1-ubyte");
        }
    }

    private JavaCells start(String name, Path cache) throws Exception {
        var cells =
                new JavaCells(Files.createDirectories(folder.resolve(name)))
                        .cell(
                                "var train = mnist().train();\n"
                                        + "train.size() + \" \" + train.label(0)");
        cells.environment().put("LUNGO_CACHE", cache.toString());
        return cells.start();
    }
}
