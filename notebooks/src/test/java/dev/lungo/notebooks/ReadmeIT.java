package dev.lungo.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first Java in the README runs as it stands there; only the data is made smaller. What follows
 * is run by the library's own tests.
 */
class ReadmeIT {
    /** A method of the user's own hides the imported one of that name. */
    private static final String LITTLE_DATA =
            """
            dev.lungo.data.Splits mnist() {
                var all = dev.lungo.Lungo.mnist();
                return new dev.lungo.data.Splits(all.train().take(3_000), all.test().take(500));
            }
            """;

    @Test
    void the_network_of_the_readme_trains(@TempDir Path folder) throws Exception {
        String readme = Files.readString(Checkout.ROOT.resolve("README.md"));
        Matcher java = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
        List<String> cells = java.results().map(block -> block.group(1)).toList();
        assertThat(cells).hasSizeGreaterThan(2);
        Path notebook = folder.resolve("readme.ipynb");
        Files.writeString(notebook, notebook(List.of(LITTLE_DATA, cells.get(0), cells.get(1))));
        Path log = folder.resolve("log.txt");
        var process =
                Checkout.lungo("run", notebook.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertThat(Checkout.end(process)).as(Files.readString(log)).isZero();
        assertThat(Notebook.read(notebook).codeCells().get(1).text())
                .contains("Epoch 5/5")
                .containsPattern("accuracy 0\\.9\\d+ on 500 examples");
        assertThat(Notebook.read(notebook).codeCells().get(2).text())
                .contains("Weights of digits.npz", "conv2d_2");
    }

    private static String notebook(List<String> sources) {
        JsonArray cells = new JsonArray();
        for (String source : sources) {
            JsonObject cell = new JsonObject();
            cell.addProperty("cell_type", "code");
            cell.addProperty("id", "cell-" + cells.size());
            cell.add("execution_count", com.google.gson.JsonNull.INSTANCE);
            cell.add("metadata", new JsonObject());
            cell.add("outputs", new JsonArray());
            cell.addProperty("source", source);
            cells.add(cell);
        }
        JsonObject kernel = new JsonObject();
        kernel.addProperty("name", "java");
        kernel.addProperty("display_name", "Java");
        kernel.addProperty("language", "java");
        JsonObject metadata = new JsonObject();
        metadata.add("kernelspec", kernel);
        JsonObject notebook = new JsonObject();
        notebook.add("cells", cells);
        notebook.add("metadata", metadata);
        notebook.addProperty("nbformat", 4);
        notebook.addProperty("nbformat_minor", 5);
        return notebook.toString();
    }
}
